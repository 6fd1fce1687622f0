#!/usr/bin/env -S tripod run
// A script that is slow in three ways, one after another, about six seconds each.
// Run it under Tripod, and read in the log where the time goes:
//
//     tripod run samples/slow.csx
using System.Net;
using System.Net.Sockets;
using System.Threading;

// 1. Waiting for input: a server that takes its time to answer.

void AnswerSlowly(TcpListener server, TimeSpan delay)
{
    using TcpClient connection = server.AcceptTcpClient();
    using var reader = new StreamReader(connection.GetStream());
    using var writer = new StreamWriter(connection.GetStream());
    string city = reader.ReadLine();
    Thread.Sleep(delay);
    writer.WriteLine($"4 degrees in {city}");
}

string AskForTemperature(string city, int port)
{
    using var client = new TcpClient("127.0.0.1", port);
    using var reader = new StreamReader(client.GetStream());
    using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
    writer.WriteLine(city);
    return reader.ReadLine(); // waits here until the server answers
}

string WaitForInput()
{
    var server = new TcpListener(IPAddress.Loopback, port: 0);
    server.Start();
    int port = ((IPEndPoint)server.LocalEndpoint).Port;
    var serverThread = new Thread(() => AnswerSlowly(server, TimeSpan.FromSeconds(6))) { Name = "weather server" };
    serverThread.Start();
    return AskForTemperature("Reykjavik", port);
}

// 2. A busy loop: counting primes in the slowest way.

bool IsPrime(int candidate)
{
    for (int divisor = 2; divisor < candidate; divisor++)
        if (candidate % divisor == 0)
            return false;
    return candidate >= 2;
}

int CountPrimes(TimeSpan duration)
{
    var clock = Stopwatch.StartNew();
    int primesFound = 0;
    for (int candidate = 2; clock.Elapsed < duration; candidate++)
        if (IsPrime(candidate))
            primesFound++;
    return primesFound;
}

// 3. A deadlock: two clerks move money in opposite directions, and each waits for the lock that the
//    other holds, until one of them gives up.

class Account
{
    public string Owner;
    public decimal Balance;
}

bool Transfer(Account from, Account to, decimal amount, TimeSpan patience)
{
    lock (from)
    {
        Thread.Sleep(100); // time enough for the other clerk to take the other lock
        if (!Monitor.TryEnter(to, patience)) // a plain lock (to) would wait forever
            return false;
        from.Balance -= amount;
        to.Balance += amount;
        Monitor.Exit(to);
        return true;
    }
}

void LockEachOtherOut()
{
    var alice = new Account { Owner = "Alice", Balance = 100 };
    var bob = new Account { Owner = "Bob", Balance = 50 };
    var firstClerk = new Thread(() => Transfer(alice, bob, 30, patience: TimeSpan.FromSeconds(6))) { Name = "first clerk" };
    var secondClerk = new Thread(() => Transfer(bob, alice, 20, patience: TimeSpan.FromSeconds(60))) { Name = "second clerk" };
    firstClerk.Start();
    secondClerk.Start();
    firstClerk.Join();
    secondClerk.Join();
    WriteLine($"   Alice has {alice.Balance}, Bob has {bob.Balance}");
}

WriteLine("1. Asking a slow server for the temperature ...");
string answer = WaitForInput();
WriteLine($"   {answer}");

WriteLine("2. Counting primes for six seconds ...");
int primes = CountPrimes(TimeSpan.FromSeconds(6));
WriteLine($"   found {primes}");

WriteLine("3. Two clerks lock each other out ...");
LockEachOtherOut();

WriteLine("Done.");
