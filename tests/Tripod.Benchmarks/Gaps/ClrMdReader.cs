using System.Globalization;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Benchmarks.Gaps;

/// <summary>
/// A process of its own that reads the stacks of the workload's threads through ClrMD, names only, no variables, and
/// prints when. It must not be the workload's parent: the runtime's handling of SIGCHLD would take the stop
/// notifications of its ptraced children, and ClrMD would wait for them for ever.
/// </summary>
internal static class ClrMdReader
{
    internal const string Attach = "clrmd-attach";
    internal const string Snapshot = "clrmd-snapshot";

    private const int ApartMilliseconds = 50;

    internal static bool IsMeant(string[] arguments) => arguments is [Attach or Snapshot, _, _];

    internal static string[] Command(string way, int pid, int count) =>
        [typeof(ClrMdReader).Assembly.Location, way, Text(pid), Text(count)];

    internal static int Run(string[] arguments)
    {
        int pid = Number(arguments[1]);
        Func<DataTarget> open = arguments[0] == Attach
            ? () => DataTarget.AttachToProcess(pid, suspend: true)
            : () => DataTarget.CreateSnapshotAndAttach(pid);
        for (int i = Number(arguments[2]); i > 0; i--)
        {
            Window window = Window.Around(() => ReadStacks(open));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{window.Start} {window.End}"));
            Thread.Sleep(ApartMilliseconds); // so that a gap belongs to one window
        }
        return 0;
    }

    private static void ReadStacks(Func<DataTarget> open)
    {
        using DataTarget data = open();
        using ClrRuntime runtime = data.ClrVersions[0].CreateRuntime();
        int frames = runtime.Threads.Sum(thread => thread.EnumerateStackTrace().Count(frame => frame.Method?.Signature is not null));
        if (frames < 100)
            throw new InvalidOperationException($"ClrMD found {frames} frames: not what is to be compared");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
