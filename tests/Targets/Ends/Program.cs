namespace Ends;

/// <summary>Ends, when it is told to, in the less usual way that its argument names.</summary>
internal static class Program
{
    private const int Status = 9;

    private static async Task<int> Main(string[] args)
    {
        Handshake.Reached();
        Handshake.WaitForWord();
        switch (args[0])
        {
            case "async":
                await Task.Delay(10);
                return Status;
            case "fail-fast":
                Environment.FailFast("the kettle exploded", new InvalidOperationException("too much steam"));
                break;
            case "stack-overflow":
                return Descend(0);
            case "foreground-thread":
                new Thread(OutliveMain).Start();
                return Status;
            case "exit-handlers":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine("first handler");
                System.Runtime.Loader.AssemblyLoadContext.Default.Unloading += _ => Console.WriteLine("unloading");
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine("second handler");
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Environment.ExitCode = Status;
                return 0;
            case "broken-pipe":
                return WriteForEver();
        }
        throw new ArgumentException($"no way to end: {args[0]}");
    }

    private static int Descend(int depth) => depth < 0 ? depth : Descend(depth + 1) + 1;

    private static void OutliveMain()
    {
        Handshake.Reached("main is over");
        Handshake.WaitForWord();
        Console.WriteLine("the thread is over");
    }

    /// <summary>Past Console, which swallows EPIPE.</summary>
    private static int WriteForEver()
    {
        using var output = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
        try
        {
            while (true)
                output.Write("all work and no play\n"u8);
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return Status;
        }
    }
}
