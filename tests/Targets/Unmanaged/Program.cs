namespace Unmanaged;

/// <summary>Does to its own process, through libc, what the argument says and managed code cannot do.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Libc.Print("ready");
        Libc.WaitForWord();
        return args[0] switch
        {
            "exec-dotnet" => Become.AnotherNetProgram(args[1]),
            "exec" => Become.AnotherProgram(),
            "fork" => Forks.Many(),
            "orphan" => Forks.ThatOutlivesUs(),
            "setuid" => ChangeUser(),
            "descriptors" => Descriptors.Replace(),
            _ => throw new ArgumentException($"nothing to do: {args[0]}"),
        };
    }

    private static int ChangeUser()
    {
        const int Nobody = 65534;
        Libc.Print($"setuid: {Libc.Wait(Libc.Setuid, Nobody)}");
        Libc.Print("changed");
        Libc.WaitForWord();
        Libc.Print($"uid {Libc.Call(Libc.Getuid)}");
        return 8;
    }
}
