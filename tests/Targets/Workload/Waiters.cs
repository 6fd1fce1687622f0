namespace Workload;

/// <summary>Threads that wait in four ways at the bottom of a stack of 18 calls, with three to five variables in each frame.</summary>
internal static class Waiters
{
    private const int Calls = 18;
    private static readonly object Door = new();
    private static readonly ManualResetEvent Bell = new(false);
    private static readonly TaskCompletionSource Parcel = new();

    internal static void Start(int count)
    {
        using var waiting = new CountdownEvent(count);
        Monitor.Enter(Door);
        for (int i = 0; i < count; i++)
            Start(i, waiting);
        waiting.Wait();
    }

    private static void Start(int number, CountdownEvent waiting)
    {
        var order = new Order(number, $"customer {number}", [1.5m * number, 20m]);
        new Thread(() => Descend(Calls, order, waiting)) { IsBackground = true, Name = $"waiter {number}" }.Start();
    }

    private static int Descend(int calls, Order order, CountdownEvent waiting)
    {
        string label = order.Customer;
        int rest = calls - 1;
        if (calls > 0)
            return Descend(rest, order, waiting) + label.Length;
        waiting.Signal();
        Wait(order.Number);
        return rest;
    }

    private static void Wait(int number)
    {
        switch (number % 4)
        {
            case 0:
                Thread.Sleep(Timeout.Infinite);
                break;
            case 1:
                lock (Door)
                    break;
            case 2:
                Bell.WaitOne();
                break;
            default:
                Parcel.Task.Wait();
                break;
        }
    }
}
