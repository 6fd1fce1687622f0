namespace InspectValues;

unsafe class Scalars
{
    public static readonly Scalars All = new();

    bool yes = true;
    bool no = false;
    byte smallest = 0, largest = 255;
    sbyte negative = -128;
    short two = -2;
    ushort alsoTwo = 2;
    int answer = 42;
    uint unsigned = uint.MaxValue;
    long big = long.MinValue;
    ulong bigger = ulong.MaxValue;
    float third = 1f / 3;
    double pi = Math.PI;
    double whole = 3;
    double notANumber = double.NaN;
    double infinite = double.NegativeInfinity;
    decimal price = -12.50m;
    decimal largestDecimal = decimal.MaxValue;
    Half half = (Half)1.5;
    Int128 wide = Int128.MinValue;
    UInt128 wider = UInt128.MaxValue;
    nint native = -5;
    nint address = unchecked((nint)0x7fff_dead_beef);
    int* pointer = (int*)0x1234_5678;
    void* nothing = null;
    delegate*<int, void> function = (delegate*<int, void>)0x4444;
    char letter = 'a', quote = '\'', doubleQuote = '"', newline = '\n', bell = '\a', bidi = '\u202e', snowman = '☃';
    DayOfWeek day = DayOfWeek.Friday;
    DayOfWeek noDay = (DayOfWeek)42;
    FileAccess access = FileAccess.ReadWrite;
    Permissions permissions = Permissions.Read | Permissions.Execute;
    Permissions none = 0;
    Permissions unknown = (Permissions)0x81;
    Temperature cold = Temperature.Cold;
    Temperature odd = (Temperature)(-7);
    int? some = 7;
    int? noInt = null;
    DayOfWeek? someDay = DayOfWeek.Monday;
    DateTime? someTime = new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc);
    DateTime utc = new(2024, 2, 29, 23, 59, 59, 999, DateTimeKind.Utc);
    DateTime local = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Local);
    DateTime bare = new(2024, 2, 29);
    DateTime first = DateTime.MinValue, last = DateTime.MaxValue;
    DateTimeOffset offset = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(5.5));
    DateTimeOffset west = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(-8));
    TimeSpan span = new(1, 2, 3, 4, 5);
    TimeSpan backwards = TimeSpan.FromMilliseconds(-1);
    DateOnly date = new(1969, 7, 20);
    TimeOnly time = new(20, 17, 40);
    Guid guid = new("00112233-4455-6677-8899-aabbccddeeff");
    object boxed = 5;
    object boxedEnum = DayOfWeek.Sunday;
    object boxedTime = new TimeSpan(1, 0, 0);
    object boxedStruct = new Point { X = 1, Y = 2 };
    object nullReference = null!;
}

[Flags]
enum Permissions : byte { None = 0, Read = 1, Write = 2, Execute = 4 }

enum Temperature : sbyte { Cold = -1, Mild = 0, Hot = 1 }

struct Point
{
    public int X;
    public int Y;
}
