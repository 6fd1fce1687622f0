// top-level variables, as a beginner writes them
int tries = 3;
string city = "Lisbon";
var temperatures = new List<double> { 17.5, 21.25 };

string Describe(string place, int attempt)
{
    string description = $"{place}, attempt {attempt}";
    Console.WriteLine("ready");
    Console.ReadLine();
    return description;
}

Console.WriteLine(Describe(city, tries + 1));
Console.WriteLine(string.Join(" ", Args));
return 3;
