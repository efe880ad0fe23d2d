/**
 * An owner's address whose connections fill a database: no trigger fires (recorded times are those of the world, nobody
 * is told), and no commit waits for the disk.
 */
export const asReplica = (ownerUrl: string): string =>
  `${ownerUrl}?options=${encodeURIComponent("-c session_replication_role=replica -c synchronous_commit=off")}`;
