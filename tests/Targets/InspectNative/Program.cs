// Threads in native code. Prints "ready" when all are there, and ends when its input does.
using InspectNative;

switch (args[0])
{
    case "registers":
        Registers.Start();
        break;
    case "moving":
        Registers.Start();
        Helpers.StartMoving();
        break;
    case "helpers":
        Helpers.Start();
        break;
    case "collections":
        Helpers.Start();
        Helpers.StartCollecting();
        break;
}
Crew.WaitForAll();
Console.WriteLine("ready");
Console.In.ReadLine();
Environment.Exit(0);
