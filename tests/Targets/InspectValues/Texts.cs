using System.Text;

namespace InspectValues;

class Texts
{
    public static readonly Texts All = new();

    string plain = "hello";
    string empty = "";
    string quoted = "she said \"hi\" \\ left";
    string lines = "one\r\ntwo\tthree\0";
    string escape = "\u001b[31mred\u001b[0m";
    string bidi = "\u202eevil\u2066 \u200f";
    string lone = "\ud800x\udc00";
    string emoji = "😀 ok";
    string separators = "a\u2028b\u0085c";
    string longest = new('x', 1000);
    string pairAtTheCut = new string('y', 199) + "😀";
    StringBuilder builder = Build(300);
    StringBuilder small = new("abc");
    Uri uri = new("https://example.org/a?b=c");
    ReadOnlyMemory<char> memory = "a part of it".AsMemory(2, 4);

    static StringBuilder Build(int words)
    {
        var text = new StringBuilder(16);
        for (int i = 0; i < words; i++)
            text.Append(i).Append(' ');
        return text;
    }
}
