using System.Runtime.CompilerServices;

namespace InspectChain;

/// <summary>Calls the methods in an order that nobody foresees, for ever.</summary>
sealed class Walk(uint seed)
{
    private uint _seed = seed;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Next(int depth)
    {
        if (depth <= 0)
            return 1;
        _seed = _seed * 1664525 + 1013904223;
        return ((_seed >> 8) % 24) switch
        {
            0 => new C0(0).Run(this, depth, Make.O(1), Make.P(2), Make.I(3), Make.S(4)),
            1 => C1.Run(this, depth, Make.P(101), Make.S(102), Make.L(103), Make.T(104), Make.E(105)),
            2 => C2.Run(this, depth, Make.I(201), Make.N(202), Make.T(203), Make.P(204), Make.E(205), Make.S(206)),
            3 => new C3(3).Run(this, depth, Make.C(301), Make.S(302), Make.N(303)),
            4 => C4.Run(this, depth, Make.F(401), Make.S(402), Make.C(403)),
            5 => C5.Run(this, depth, Make.T(501), Make.C(502), Make.P(503), Make.F(504), Make.Y(505)),
            6 => new C6(6).Run(this, depth, Make.D(601), Make.C(602), Make.Y(603), Make.F(604), Make.N(605), Make.O(606)),
            7 => C7.Run(this, depth, Make.I(701), Make.T(702), Make.S(703), Make.C(704), Make.F(705)),
            8 => C8.Run(this, depth, Make.S(801), Make.D(802)),
            9 => new C9(9).Run(this, depth, Make.T(901), Make.Y(902), Make.D(903), Make.P(904), Make.F(905), Make.I(906)),
            10 => C10.Run(this, depth, Make.O(1001), Make.L(1002), Make.P(1003), Make.N(1004)),
            11 => C11.Run(this, depth, Make.C(1101), Make.D(1102), Make.P(1103), Make.F(1104), Make.N(1105)),
            12 => new C12(12).Run(this, depth, Make.I(1201), Make.Y(1202), Make.N(1203)),
            13 => C13.Run(this, depth, Make.F(1301), Make.N(1302), Make.T(1303), Make.E(1304), Make.O(1305), Make.C(1306)),
            14 => C14.Run(this, depth, Make.P(1401), Make.E(1402), Make.T(1403), Make.S(1404), Make.Y(1405)),
            15 => new C15(15).Run(this, depth, Make.N(1501), Make.I(1502), Make.S(1503), Make.T(1504)),
            16 => C16.Run(this, depth, Make.P(1601), Make.O(1602), Make.D(1603), Make.F(1604), Make.C(1605), Make.L(1606)),
            17 => C17.Run(this, depth, Make.D(1701), Make.S(1702), Make.O(1703), Make.T(1704), Make.F(1705)),
            18 => new C18(18).Run(this, depth, Make.F(1801), Make.O(1802), Make.C(1803), Make.I(1804), Make.D(1805), Make.E(1806)),
            19 => C19.Run(this, depth, Make.F(1901), Make.L(1902), Make.C(1903)),
            20 => C20.Run(this, depth, Make.L(2001), Make.C(2002), Make.Y(2003)),
            21 => new C21(21).Run(this, depth, Make.E(2101), Make.N(2102), Make.F(2103)),
            22 => C22.Run(this, depth, Make.L(2201), Make.F(2202), Make.E(2203), Make.Y(2204), Make.I(2205)),
            23 => C23.Run(this, depth, Make.Y(2301), Make.O(2302), Make.P(2303)),
            _ => 0,
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Spin(int start)
    {
        long sum = start;
        for (int i = 0; i < 300; i++)
            sum = sum * 31 + i;
        return sum & 1;
    }
}
