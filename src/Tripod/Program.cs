using Tripod.Commands;

return CommandLine.Run(args);
