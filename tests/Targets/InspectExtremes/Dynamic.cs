using System.Reflection;
using System.Reflection.Emit;

namespace InspectExtremes;

/// <summary>Code that no file has: a DynamicMethod, and a type of an assembly that was loaded from bytes.</summary>
internal static class Dynamic
{
    internal static void Hold()
    {
        Assembly loaded = Assembly.Load(File.ReadAllBytes(typeof(Dynamic).Assembly.Location));
        object foreign = Activator.CreateInstance(loaded.GetType("InspectExtremes.Link")!)!;
        foreign.GetType().GetField("Number")!.SetValue(foreign, 23);
        Invoker()(() =>
        {
            object link = foreign;
            Handshake.Reached();
            Handshake.WaitForWord();
            GC.KeepAlive(link);
        });
    }

    private static Action<Action> Invoker()
    {
        var method = new DynamicMethod("CallOn", null, [typeof(Action)]);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Callvirt, typeof(Action).GetMethod("Invoke")!);
        // without it the call would be a jump, and the frame gone
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(GC).GetMethod(nameof(GC.KeepAlive))!);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<Action>>();
    }
}
