// Loaded ahead of each process that a command starts: when the command is gone, however it ended, so is the process.
process.channel?.unref();
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 10_000).unref();
});
