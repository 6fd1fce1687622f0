// A program whose methods stand on stacks while their types have static fields of each kind. It waits to be read.
using System.Reflection;
using System.Runtime.Loader;
using InspectStatics;

ThreadStart ready = () =>
{
    Console.WriteLine("ready");
    Console.ReadLine();
};

Maker.Run = ready;
var pending = new PendingOf<string>().Run();
var others = new Threads();
others.Start();
Kinds.Run(() => new Generic<string>().Run(() => Generic<int>.RunStatic(() => Generic<Uri>.RunStatic(() => Generic<Version>.RunUntold(() =>
    Untouched.Run(() => Broken.Run(() => Untold.Run(() => Outer.RunLambda(3, () => Outer.RunAsync(() => ByReflection(() =>
    Worth.Run(() => PerThread.Run("main", 1, Making.Run)))))))))))));

GC.KeepAlive(pending);

// a second copy of this program, in a context that can be unloaded
static void ByReflection(ThreadStart next)
{
    var context = new AssemblyLoadContext("copy", isCollectible: true);
    var copy = context.LoadFromAssemblyPath(typeof(Collected).Assembly.Location).GetType(typeof(Collected).FullName!)!;
    copy.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Action<ThreadStart>>()(next);
}
