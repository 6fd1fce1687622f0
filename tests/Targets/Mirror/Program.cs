using System.Reflection;
using System.Runtime;

namespace Mirror;

/// <summary>Prints all that could betray to a program that it is sampled: at its start, and again when it is told to.</summary>
internal static class Program
{
    private static void Main()
    {
        // the first statement: what is printed later loads more
        Assembly[] assemblies = AppDomain.CurrentDomain.GetAssemblies();
        Print(assemblies);
        Print("threads", string.Join(", ", Kernel.ThreadNames()));
        Handshake.Reached();
        Handshake.WaitForWord();
        Print(AppDomain.CurrentDomain.GetAssemblies());
    }

    private static void Print(Assembly[] assemblies)
    {
        foreach (string name in assemblies.Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal))
            Print("assembly", name);
        PrintSelf();
        Kernel.Print();
        Surroundings.Print();
    }

    private static void PrintSelf()
    {
        Print("entry assembly", Assembly.GetEntryAssembly());
        Print("base directory", AppContext.BaseDirectory);
        Print("command line", string.Join('|', Environment.GetCommandLineArgs()));
        Print("process path", Environment.ProcessPath);
        Print("current directory", Environment.CurrentDirectory);
        Print("server GC", GCSettings.IsServerGC);
        Print("startup hooks of the host", AppContext.GetData("STARTUP_HOOKS"));
        Print("trusted assemblies", AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES"));
        Print("target framework", AppContext.TargetFrameworkName);
        Print("apartment and culture", Thread.CurrentThread.GetApartmentState() + " " + Thread.CurrentThread.CurrentCulture.Name);
    }

    internal static void Print(string what, object? value) => Console.WriteLine($"{what}: {value ?? "none"}");
}
