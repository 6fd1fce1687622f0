using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>This process in place of a twin: its libraries are as good as another's.</summary>
internal static class OwnProcess
{
    /// <summary>A sample without threads.</summary>
    public static CaptureInfo Capture => new()
    {
        Number = 1,
        Time = DateTimeOffset.UnixEpoch,
        Pause = TimeSpan.Zero,
        TargetPid = Environment.ProcessId,
        TwinPid = Environment.ProcessId,
        Threads = [],
    };

    public static TwinReader Read()
    {
        var layout = ContextLayout.For(RuntimeInformation.ProcessArchitecture)!;
        var reader = new TwinReader(Environment.ProcessId, RuntimeInformation.ProcessArchitecture, new ThreadContexts(layout));
        reader.BeginSample(Capture);
        return reader;
    }

    /// <summary>First address and path of a library that is loaded.</summary>
    public static (ulong Address, string Path) Find(string name)
    {
        MappedRange first = MappedRange.Read(Environment.ProcessId).First(range => Path.GetFileName(range.Path) == name);
        return (first.Start, first.Path);
    }
}
