// One thread whose frames hold arguments and locals of each kind. It says that it is ready and waits to be read.
using InspectLocals;

Spans.Run(() => Caught.Run(() => References.Run(() => Pointers.Run(() => Generics.Run(() => Iterators.Run(() => Tuples.Run("x", Wait)))))));

static void Wait()
{
    Console.WriteLine("ready");
    Console.ReadLine();
}
