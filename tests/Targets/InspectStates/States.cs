using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace InspectStates;

internal static class States
{
    private static readonly CountdownEvent Arrived = new(1);
    private static readonly Lock NewLock = new();
    private static readonly object OldLock = new();
    private static readonly ManualResetEventSlim Slim = new();
    private static readonly ManualResetEvent Kernel = new(false);
    private static readonly SemaphoreSlim Semaphore = new(0);
    private static readonly (Socket Receiver, Socket Sender) Sockets = Connect();
    private static int s_threads;
    public static long Spins;

    public static int Start(int extra)
    {
        Run("busy", Busy);
        Run("recursion", () => Recurse(1));
        Run("sleep", Sleep);
        using (var held = new ManualResetEventSlim())
        {
            Run("lock holder", () => HoldLocks(held));
            held.Wait();
        }
        Run("lock", EnterNewLock);
        Run("monitor", EnterOldLock);
        Run("event", () => Here().Slim.Wait());
        Run("kernel event", () => Here().Kernel.WaitOne());
        Run("semaphore", () => Here().Semaphore.Wait());
        Run("socket", Receive);
        Run("task", WaitForTask);
        Run("join", Join);
        Run("line\nbreak\u001b[31m\u202Eevil", Sleep);
        for (int i = 0; i < extra; i++)
            Run("extra " + i, () => Recurse(1));
        Task.Run(() => 1).Wait(); // leaves an idle pool thread behind
        Arrived.Signal();
        Arrived.Wait();
        return s_threads;
    }

    // apart from the others, because it sets the garbage collector going
    public static int StartAllocating()
    {
        Run("allocating", Allocate);
        Arrived.Signal();
        Arrived.Wait();
        return s_threads;
    }

    private static void Run(string name, Action body)
    {
        s_threads++;
        Arrived.AddCount();
        new Thread(() => body()) { IsBackground = true, Name = name }.Start();
    }

    private static (ManualResetEventSlim Slim, ManualResetEvent Kernel, SemaphoreSlim Semaphore) Here()
    {
        Arrived.Signal();
        return (Slim, Kernel, Semaphore);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Busy()
    {
        Arrived.Signal();
        long spins = 0;
        while (true)
        {
            spins++; // busy
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recurse(int depth)
    {
        if (depth < 10)
            return Recurse(depth + 1) + 1; // deeper
        Sleep();
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sleep()
    {
        Arrived.Signal();
        Thread.Sleep(Timeout.Infinite); // asleep
    }

    private static void HoldLocks(ManualResetEventSlim held)
    {
        lock (NewLock)
            lock (OldLock)
            {
                held.Set();
                Sleep();
            }
    }

    private static void EnterNewLock()
    {
        Arrived.Signal();
        lock (NewLock) // new lock
            Spins++;
    }

    private static void EnterOldLock()
    {
        Arrived.Signal();
        lock (OldLock) // old lock
            Spins++;
    }

    private static void Receive()
    {
        Arrived.Signal();
        Sockets.Receiver.Receive(new byte[16]); // receiving
    }

    private static void WaitForTask()
    {
        Arrived.Signal();
        new TaskCompletionSource().Task.Wait(); // waiting for a task
    }

    private static void Join()
    {
        var sleeper = new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true };
        sleeper.Start();
        Arrived.Signal();
        sleeper.Join(); // joining
    }

    // mostly inside the runtime's allocation helpers and write barriers
    private static void Allocate()
    {
        Arrived.Signal();
        object?[] kept = new object?[64];
        for (int i = 0; ; i = (i + 1) % kept.Length)
            kept[i] = new byte[i * 100];
    }

    private static (Socket, Socket) Connect()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        return (client, listener.Accept());
    }
}
