// One thread with one frame of each kind that the C# compiler gives a name of its own. Each link calls the next.
using Shop;

TopLevel(() => Chain.Run(Links.All, End));

void TopLevel(Action next)
{
    Action lambda = () => next();
    lambda();
}

static void End()
{
    Console.WriteLine("ready");
    Console.In.ReadLine();
}
