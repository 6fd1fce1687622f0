using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Terminal;

/// <summary>Uses its terminal in the way that the argument says.</summary>
[SupportedOSPlatform("linux")]
internal static class Program
{
    private static int Main(string[] args) => args[0] switch
    {
        "sleep" => Sleep(),
        "cancel" => CancelInterrupts(),
        "keys" => ReadKeys(),
        "lines" => ReadLines(),
        "resize" => FollowSize(),
        "resume" => TellResumption(),
        _ => throw new ArgumentException($"no such use: {args[0]}"),
    };

    private static int Sleep()
    {
        Handshake.Reached();
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    private static int CancelInterrupts()
    {
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            Handshake.Reached($"not ended by {press.SpecialKey}");
        };
        Handshake.Reached();
        Handshake.WaitForWord();
        return 4;
    }

    private static int ReadKeys()
    {
        Handshake.Reached();
        for (int i = 0; i < 4; i++)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            Console.WriteLine($"key {key.Key}, {key.Modifiers}, character {(int)key.KeyChar}");
        }
        return 5;
    }

    private static int ReadLines()
    {
        Handshake.Reached();
        Console.WriteLine($"line <{Console.ReadLine()}>");
        Handshake.Reached("one read");
        Console.WriteLine($"character {Console.Read()}");
        Console.WriteLine($"rest <{Console.ReadLine()}>");
        Handshake.Reached("two read");
        Console.WriteLine($"end of input: {Console.ReadLine() is null}");
        return 6;
    }

    private static int FollowSize()
    {
        using var resized = PosixSignalRegistration.Create(
            PosixSignal.SIGWINCH, _ => Handshake.Reached($"resized to {Console.WindowWidth} x {Console.WindowHeight}"));
        Console.WriteLine($"{Console.WindowWidth} x {Console.WindowHeight}");
        Handshake.Reached();
        Handshake.WaitForWord();
        return 7;
    }

    private static int TellResumption()
    {
        using var resumed = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Handshake.Reached("resumed"));
        Handshake.Reached();
        Handshake.WaitForWord();
        return 8;
    }
}
