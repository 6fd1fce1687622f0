using System.Runtime.InteropServices;
using Tripod.Host.Capture;
using Tripod.Host.Zone;

namespace CaptureTarget;

/// <summary>
/// Threads that nothing can stop: each has started a child by vfork and waits, deaf to all but SIGKILL, until that
/// becomes another program; the child first opens a FIFO, which the test opens at the other end when it wants.
/// </summary>
internal static unsafe partial class Held
{
    private const int SIGSTOP = 19;
    private const string Fifo = "fifo";

    /// <summary>More than there may be tracers that linger, at which some are ended in the ways in which they can be.</summary>
    public static int Crowd(string directory)
    {
        Capturer capturer = Stragglers.Create();
        string path = Path.Combine(directory, Fifo);
        for (int i = 0; i < TracerMemory.MostTracers; i++)
            Console.WriteLine($"capture {CaptureWithAnother(capturer, path)}");
        Console.WriteLine($"capture {capturer.Capture(0).Reason}");
        _ = kill(capturer.Control->Tracers[1].Pid, SIGSTOP);
        while (capturer.Control->Tracers[1].Pid != 0)
            capturer.HasTracers();
        Console.WriteLine($"capture {CaptureWithAnother(capturer, path)}");
        capturer.LeaveTracers();
        Stragglers.Await(capturer);
        Console.WriteLine("left");
        Console.WriteLine($"capture {CaptureWithAnother(capturer, path)}");
        Console.WriteLine(capturer.HasTracers() ? "lingers" : "ended");
        using (new FileStream(path, FileMode.Open, FileAccess.Write))
            Stragglers.Await(capturer);
        Console.WriteLine($"capture {capturer.Capture(0).Reason}");
        capturer.EndTwin();
        return 0;
    }

    /// <summary>Ends, or becomes another program, while a tracer lingers.</summary>
    public static int End(string directory, bool byExec)
    {
        Capturer capturer = Stragglers.Create();
        Console.WriteLine($"capture {CaptureWithAnother(capturer, Path.Combine(directory, Fifo))}");
        Console.WriteLine(capturer.HasTracers() ? $"lingers {capturer.Control->Mine->Pid}" : "ended");
        Console.Out.Flush();
        if (!byExec)
            return 7;
        Execute("/bin/sh", "-c", "exit 7");
        return 1;
    }

    /// <summary>What a capture gives with one more such thread, and how that was found.</summary>
    private static string CaptureWithAnother(Capturer capturer, string fifo)
    {
        int tid = Start(fifo);
        CaptureResult result = capturer.Capture(0);
        capturer.EndTwin();
        return $"{result.Reason} {capturer.Records.ToArray().Single(record => record.Tid == tid).State}";
    }

    private static int Start(string fifo)
    {
        using var started = new ManualResetEventSlim();
        int tid = 0;
        new Thread(() =>
        {
            tid = Spinner.gettid();
            started.Set();
            _ = waitpid(Spawn(fifo), null, 0);
        })
        { IsBackground = true }.Start();
        started.Wait();
        while (!File.ReadAllText($"/proc/self/task/{tid}/stat").Contains(") D ", StringComparison.Ordinal))
            Thread.Yield();
        return tid;
    }

    private static int Spawn(string fifo)
    {
        byte* actions = stackalloc byte[256]; // posix_spawn_file_actions_t
        byte* path = (byte*)Marshal.StringToCoTaskMemUTF8(fifo);
        byte* program = (byte*)Marshal.StringToCoTaskMemUTF8("/bin/true");
        byte** arguments = stackalloc byte*[] { program, null };
        byte** environment = stackalloc byte*[] { null };
        int pid;
        _ = posix_spawn_file_actions_init(actions);
        _ = posix_spawn_file_actions_addopen(actions, 0, path, 0, 0);
        return posix_spawn(&pid, program, actions, null, arguments, environment) == 0 ? pid : throw new IOException("posix_spawn");
    }

    private static void Execute(params string[] command)
    {
        byte** arguments = stackalloc byte*[command.Length + 1];
        for (int i = 0; i < command.Length; i++)
            arguments[i] = (byte*)Marshal.StringToCoTaskMemUTF8(command[i]);
        byte** environment = stackalloc byte*[] { null };
        arguments[command.Length] = null;
        _ = execve(arguments[0], arguments, environment);
    }

    [LibraryImport("libc")]
    private static partial int posix_spawn(int* pid, byte* path, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_addopen(byte* actions, int descriptor, byte* path, int flags, uint mode);

    [LibraryImport("libc")]
    private static partial int waitpid(int pid, int* status, int options);

    [LibraryImport("libc")]
    private static partial int execve(byte* path, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);
}
