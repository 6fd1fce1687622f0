using System.Runtime.CompilerServices;

namespace Tripod.Host.Zone;

/// <summary>Numbers to text and back, as /proc writes them.</summary>
internal static unsafe class Digits
{
    /// <summary>Writes a number and returns the place behind it.</summary>
    [MethodImpl(Rules.Method)]
    public static byte* Write(byte* to, int number)
    {
        int length = 1;
        for (int rest = number / 10; rest > 0; rest /= 10)
            length++;
        for (int i = length - 1; i >= 0; i--, number /= 10)
            to[i] = (byte)('0' + number % 10);
        return to + length;
    }

    /// <summary>Reads digits, with a minus before them or not, up to anything else.</summary>
    [MethodImpl(Rules.Method)]
    public static long ReadDecimal(byte* text)
    {
        bool negative = *text == '-';
        if (negative)
            text++;
        long number = 0;
        for (; *text >= '0' && *text <= '9'; text++)
            number = number * 10 + (*text - '0');
        return negative ? -number : number;
    }

    /// <summary>Reads 0x… up to anything that is no hexadecimal digit.</summary>
    [MethodImpl(Rules.Method)]
    public static ulong ReadHexadecimal(byte* text)
    {
        if (text[0] == '0' && text[1] == 'x')
            text += 2;
        ulong number = 0;
        for (; ; text++)
        {
            if (*text >= '0' && *text <= '9')
                number = number * 16 + (ulong)(*text - '0');
            else if (*text >= 'a' && *text <= 'f')
                number = number * 16 + (ulong)(*text - 'a' + 10);
            else
                return number;
        }
    }
}
