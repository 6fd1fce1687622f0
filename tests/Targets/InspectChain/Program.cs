// Threads that walk through methods whose variables' values follow from their names, until the process is killed.
using InspectChain;

const int Threads = 3, Depth = 8;
for (uint i = 0; i < Threads; i++)
{
    var walk = new Walk(i * 7919 + 1);
    new Thread(() =>
    {
        while (true)
            walk.Next(Depth);
    }) { IsBackground = true }.Start();
}
Console.WriteLine("ready");
Console.ReadLine();
