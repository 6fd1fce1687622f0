using Tripod.Collect;

namespace Tripod.Commands;

/// <summary><c>tripod collect …</c>: started by the watchdog inside a target, never by a person.</summary>
internal static class CollectCommand
{
    public static int Run(string[] arguments)
    {
        if (CollectArguments.Parse(arguments) is not { } parsed)
            throw new LaunchException(ExitStatus.Failed, "'collect' is started by Tripod itself; use 'tripod run'");
        using var collector = new Collector(parsed);
        collector.Run();
        return 0;
    }
}
