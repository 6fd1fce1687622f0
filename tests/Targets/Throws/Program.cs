namespace Throws;

/// <summary>Ends by an exception that nobody handles, on the main thread or on another; waits for a word before if told to.</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Contains("wait"))
        {
            Handshake.Reached();
            Handshake.WaitForWord();
        }
        if (args[0] == "main")
            Fail("the kettle is empty");
        var worker = new Thread(() => Fail("the worker's kettle is empty"));
        worker.Start();
        worker.Join();
    }

    private static void Fail(string why) =>
        throw new InvalidOperationException(why, new ArgumentException("no water"));
}
