using System.Globalization;

namespace Exits;

/// <summary>Ends at once, or after a word, in the way and with the status that the arguments say.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        int status = int.Parse(args[1], CultureInfo.InvariantCulture);
        if (args.Contains("wait"))
        {
            Handshake.Reached();
            Handshake.WaitForWord();
        }
        switch (args[0])
        {
            case "return":
                return status;
            case "exit":
                Environment.Exit(status);
                break;
            case "exit-elsewhere":
                new Thread(() => Environment.Exit(status)).Start();
                Thread.Sleep(Timeout.Infinite);
                break;
        }
        throw new ArgumentException($"no way to end: {args[0]}");
    }
}
