// Frames of assemblies that keep their symbols in different places. A line of input makes it load the plugin.
using System.Reflection;
using System.Reflection.Emit;

namespace InspectSymbols;

internal static class Program
{
    private static void Main(string[] args) => InspectEmbedded.Library.Call(() => InspectBare.Library.Call(() => Dynamic(() => Wait(args[0]))));

    private static void Wait(string pluginPath)
    {
        Console.WriteLine("ready");
        Console.In.ReadLine();
        byte[] image = File.ReadAllBytes(pluginPath), symbols = File.ReadAllBytes(Path.ChangeExtension(pluginPath, ".pdb"));
        var call = Assembly.Load(image, symbols).GetType("InspectPlugin.Library")!.GetMethod("Call")!.CreateDelegate<Action<Action>>();
        call(() =>
        {
            Console.WriteLine("loaded");
            Console.In.ReadLine();
        });
    }

    private static void Dynamic(Action next)
    {
        var method = new DynamicMethod("Generated", null, [typeof(Action)], typeof(Program).Module);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Callvirt, typeof(Action).GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
        method.CreateDelegate<Action<Action>>()(next);
    }
}
