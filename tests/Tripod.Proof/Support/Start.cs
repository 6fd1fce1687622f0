using System;
using System.Globalization;
using System.Threading;

namespace Proof;

/// <summary>Walks on several threads for so many seconds; with garbage collections or without. Arguments: SECONDS THREADS COLLECT.</summary>
static class Start
{
    public static void Main(string[] arguments)
    {
        int seconds = int.Parse(arguments[0], CultureInfo.InvariantCulture), threads = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        for (uint i = 0; i < threads; i++)
        {
            var walk = new Walk(i * 7919 + 1);
            new Thread(() => Root.Loop(walk)) { IsBackground = true, Name = "walk " + i }.Start();
        }
        if (arguments[2] == "1")
            new Thread(Collect) { IsBackground = true, Name = "collect" }.Start();
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
    }

    private static void Collect()
    {
        for (int generation = 0; ; generation = (generation + 1) % 3)
        {
            GC.Collect(generation);
            Thread.Sleep(20);
        }
    }
}
