using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace InspectExtremes;

/// <summary>
/// At each word from the test the type of the generation before is unloaded and another one of the same name loaded,
/// whose only field is named and set by the number of its generation. Answers whether the one before is gone.
/// </summary>
internal static class Unloaded
{
    private const int MostCollections = 100;

    internal static void Hold()
    {
        WeakReference last = new(null);
        for (int generation = 1; ; generation++)
        {
            for (int i = 0; i < MostCollections && last.IsAlive; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            last = HoldOne(generation, last.IsAlive ? "kept" : "unloaded");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference HoldOne(int generation, string answer)
    {
        object plugin = Create(generation);
        Type type = plugin.GetType();
        Array plugins = Array.CreateInstance(type, 1);
        plugins.SetValue(plugin, 0);
        Array grid = Array.CreateInstance(type, 2, 1);
        grid.SetValue(plugin, 0, 0);
        Handshake.Reached(answer);
        if (Console.In.ReadLine() is null)
            Environment.Exit(0);
        GC.KeepAlive((plugin, plugins, grid));
        return new WeakReference(type);
    }

    private static object Create(int generation)
    {
        AssemblyBuilder assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Plugins"), AssemblyBuilderAccess.RunAndCollect);
        TypeBuilder type = assembly.DefineDynamicModule("Plugins").DefineType("Plugins.Plugin", TypeAttributes.Public);
        // of another type each time too, so that an old layout shows a wrong value and not only a wrong name
        type.DefineField($"Field{generation}", generation % 2 == 0 ? typeof(long) : typeof(string), FieldAttributes.Public);
        object plugin = Activator.CreateInstance(type.CreateType())!;
        plugin.GetType().GetField($"Field{generation}")!.SetValue(plugin, generation % 2 == 0 ? (long)generation : $"generation {generation}");
        return plugin;
    }
}
