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
        Run("first of two", () => Two(1));
        Run("second of two", () => Two(2));
        Run("last of three", () => Three(3));
        Run("first of three", () => Three(1));
        Run("inlined first", () => InlinedAndNot(1));
        Run("inlined twice", () => InlinedTwice(1));
        Run("first result", () => Results(new TaskCompletionSource<long>().Task, Task.FromResult(1L)));
        Run("second result", () => Results(Task.FromResult(1L), new TaskCompletionSource<long>().Task));
        Run("field", () => UseField(1));
        Run("fields", () => UseFields(1));
        Run("constructor", () => UseConstructor(1));
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
    private static long WaitAt(int place, int number)
    {
        if (number == place)
            Wait();
        return number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Two(int number)
    {
        long sum = s_sum;
        sum += WaitAt(1, number); // first of two
        sum += WaitAt(2, number); // second of two
        for (int i = 0; i < 300; i++) sum = sum * 31 + i;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Three(int number)
    {
        long sum = s_sum;
        for (int i = 0; i < number; i++)
        {
            long first = WaitAt(1, number); // first of three
            long second = WaitAt(2, number); // second of three
            sum += first * second;
            if (sum > 0) sum += WaitAt(3, number); // last of three
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long InlinedWaitAt(int place, int number) => WaitAt(place, number) + number;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long InlinedAndNot(int number)
    {
        long sum = s_sum;
        sum += InlinedWaitAt(1, number); // inlined
        sum += WaitAt(2, number); // not inlined
        for (int i = 0; i < 300; i++) sum = sum * 31 + i;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long InlinedTwice(int number)
    {
        long sum = s_sum;
        sum += InlinedWaitAt(1, number); // inlined once
        sum += InlinedWaitAt(2, number); // inlined twice
        for (int i = 0; i < 300; i++) sum = sum * 31 + i;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Results(Task<long> first, Task<long> second)
    {
        Arrived.Signal();
        long result = 0;
        if (s_sum >= 0) result += first.GetAwaiter().GetResult(); // first result
        for (int i = 0; i < 300; i++) result = result * 31 + i;
        if (s_sum >= 0) result += second.GetAwaiter().GetResult(); // second result
        for (int i = 0; i < 300; i++) result = result * 31 + i;
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long UseField(int number)
    {
        long sum = number;
        for (int i = 0; i < 3; i++)
        {
            if (sum > 0) sum += WithField<int>.Value; // field
            sum += WaitAt(1, 0); // no field
            if (sum < 0) sum += WaitAt(2, 0); // no field either
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long UseFields(int number)
    {
        long sum = number;
        if (sum < 0) sum += WithField<long>.Value; // first field
        sum += WaitAt(1, 0);
        if (sum > 0) sum += WithField<long>.Value; // second field
        sum += WaitAt(2, 0);
        if (sum < 0) sum += WithField<long>.Value; // third field
        return sum + WaitAt(2, 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long UseConstructor(int number)
    {
        long sum = number;
        if (sum > 0) sum += new WithConstructor(number).Value; // constructor
        return sum + WaitAt(1, 0);
    }

    private static class WithField<T>
    {
        public static readonly long Value;

        static WithField()
        {
            Wait();
            Value = typeof(T).Name.Length;
        }
    }

    private sealed class WithConstructor(long value)
    {
        private static readonly long s_value;

        static WithConstructor()
        {
            Wait();
            s_value = 1;
        }

        public long Value => value + s_value;
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
