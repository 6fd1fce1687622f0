using System.Net;
using System.Net.Sockets;

namespace Blocked;

/// <summary>Four threads that wait, each in another way and in a method of its own.</summary>
internal static class Program
{
    private static readonly object Door = new();
    private static readonly TaskCompletionSource<int> Parcel = new();

    private static int Main()
    {
        using var started = new CountdownEvent(4);
        Monitor.Enter(Door);
        Start("sleeper", started, () => Nap(TimeSpan.FromHours(2)));
        Start("lock waiter", started, () => PassThrough(doorNumber: 17));
        Start("socket reader", started, () => ReadFromPeer(expectedBytes: 12));
        Start("task waiter", started, () => AwaitParcel("tomorrow"));
        started.Wait();
        Handshake.Reached();
        Handshake.WaitForWord();
        return 0;
    }

    private static void Start(string name, CountdownEvent started, Action body)
    {
        new Thread(Run) { IsBackground = true, Name = name }.Start();

        void Run()
        {
            started.Signal();
            body();
        }
    }

    private static void Nap(TimeSpan howLong)
    {
        Thread.Sleep(howLong);
    }

    private static void PassThrough(int doorNumber)
    {
        lock (Door)
            Console.WriteLine(doorNumber);
    }

    private static void ReadFromPeer(int expectedBytes)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        using Socket peer = listener.AcceptSocket();
        byte[] buffer = new byte[expectedBytes];
        peer.Receive(buffer);
    }

    private static void AwaitParcel(string when)
    {
        Parcel.Task.Wait();
        Console.WriteLine(when);
    }
}
