// Threads in optimised code, some of which was inlined. Prints "ready" when all are there, and ends when its input does.
using System.Runtime.CompilerServices;

namespace InspectInlined;

internal static class Program
{
    private static readonly CountdownEvent Arrived = new(1);
    private static long s_sum;

    private static void Main()
    {
        Run("direct", Direct);
        Run("through", Through);
        Run("delegate", () => ByDelegate(Wait));
        Run("result", () => Result(new TaskCompletionSource<long>().Task));
        Run("delegates", () => Delegates(new Random(1).Next(5)));
        Run("counting", Count);
        Run("calling", Call);
        Arrived.Signal();
        Arrived.Wait();
        Console.WriteLine("ready");
        Console.In.ReadLine();
        Environment.Exit(0);
    }

    private static void Run(string name, Action body)
    {
        Arrived.AddCount();
        new Thread(() => body()) { IsBackground = true, Name = name }.Start();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Wait()
    {
        Arrived.Signal();
        Thread.Sleep(Timeout.Infinite);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Direct()
    {
        Wait(); // direct
        s_sum++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Through()
    {
        Inlined(); // through
        s_sum++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inlined()
    {
        Wait();
        s_sum++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ByDelegate(Action action)
    {
        action(); // by delegate
        s_sum++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Result(Task<long> task)
    {
        Arrived.Signal();
        long result = 0;
        if (s_sum >= 0) result += task.GetAwaiter().GetResult(); // result
        for (int i = 0; i < 300; i++) result = result * 31 + i; // after it
        s_sum += result;
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Delegates(int number)
    {
        long sum = number;
        string text = sum.ToString();
        Func<int, long> first = [MethodImpl(MethodImplOptions.NoInlining)] (by) => by + number;
        Func<int, long> second = [MethodImpl(MethodImplOptions.NoInlining)] (by) =>
        {
            Wait();
            return by * number + text.Length;
        };
        sum += second(2); // second
        sum += first(1); // first
        return sum + number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Count()
    {
        Arrived.Signal();
        long count = 0;
        while (s_sum >= 0)
        {
            count++; // counting
            count ^= count << 3;
        }
        s_sum = count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call()
    {
        Arrived.Signal();
        long value = 1;
        while (true)
            value = Mixed(Mixed(value)); // calling
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Mixed(long value)
    {
        for (int i = 0; i < 100; i++)
            value = value * 31 + i;
        return value;
    }
}
