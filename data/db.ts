import type { Prisma, PrismaClient } from "@/generated/prisma/client";

/** What every read and write takes first: the client, or the transaction that it runs in. */
export type Db = PrismaClient | Prisma.TransactionClient;
export type Client = PrismaClient;
export type Transaction = Prisma.TransactionClient;
