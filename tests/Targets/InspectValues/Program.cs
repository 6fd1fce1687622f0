// A program whose static fields hold one value of each kind. It says that it is ready and waits to be read.
using InspectValues;

_ = (Scalars.All, Texts.All, Collections.All, Objects.All, Runtimes.All, Kinds.All, Secrets.All, Bounds.All);
Console.WriteLine("ready");
Console.ReadLine();
