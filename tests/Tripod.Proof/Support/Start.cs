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
        Samples.Follow(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Short collections all the time, now and then a long one that moves objects, and one in the background.</summary>
    private static void Collect()
    {
        var heap = new Heap();
        for (int i = 0; ; i++)
        {
            if (i % 8 == 0)
                heap.Collect(isInBackground: i % 16 == 0);
            else
                GC.Collect(i % 3);
            Thread.Sleep(20);
        }
    }
}
