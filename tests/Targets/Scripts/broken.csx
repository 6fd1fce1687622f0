int tries = 3;
Console.WriteLine(tires);
