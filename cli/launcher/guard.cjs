// Preloaded into the launcher's direct children: they go away when it does, also after kill -9.
// Their own children inherit the preload but have another parent, and are left alone.
if (process.send && process.env.RANGEBOOK_GUARD === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref(); // the guard alone keeps nobody alive
}
