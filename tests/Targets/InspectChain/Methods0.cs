using System.Runtime.CompilerServices;

namespace InspectChain;

sealed class C0(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, Obj a0_1o, Pair a0_2p, int a0_3i, string a0_4s)
    {
        string v0_20s = Make.S(20);
        float v0_21f = Make.F(21);
        int? v0_22n = Make.N(22);
        int v0_23i = Make.I(23);
        long sum = walk.Next(depth - 1);
        short v0_24c = Make.C(24);
        long v0_25l = Make.L(25);
        int v0_26i = Make.I(26);
        string v0_27s = Make.S(27);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v0_24c);
        sum += Make.Use(v0_25l);
        sum += Make.Use(v0_26i);
        sum += Make.Use(v0_27s);
        sum += Make.Use(v0_20s);
        sum += Make.Use(v0_21f);
        sum += Make.Use(v0_22n);
        sum += Make.Use(v0_23i);
        sum += Make.Use(a0_1o);
        sum += Make.Use(a0_2p);
        sum += Make.Use(a0_3i);
        sum += Make.Use(a0_4s);
        return sum + Id;
    }
}

sealed class C1
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, Pair a1_1p, string a1_2s, long a1_3l, (int, string) a1_4t, Color a1_5e)
    {
        int? v1_20n = Make.N(120);
        string v1_21s = Make.S(121);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            long v1_22l = Make.L(122);
            (int, string) v1_23t = Make.T(123);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v1_22l);
            sum += Make.Use(v1_23t);
        }
        sum += Make.Use(v1_20n);
        sum += Make.Use(v1_21s);
        sum += Make.Use(a1_1p);
        sum += Make.Use(a1_2s);
        sum += Make.Use(a1_3l);
        sum += Make.Use(a1_4t);
        sum += Make.Use(a1_5e);
        return sum;
    }
}

sealed class C2
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, int a2_1i, int? a2_2n, (int, string) a2_3t, Pair a2_4p, Color a2_5e, string a2_6s)
    {
        short v2_20c = Make.C(220);
        Obj v2_21o = Make.O(221);
        long sum = walk.Next(depth - 1);
        double v2_22d = Make.D(222);
        Pair v2_23p = Make.P(223);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v2_22d);
        sum += Make.Use(v2_23p);
        sum += Make.Use(v2_20c);
        sum += Make.Use(v2_21o);
        sum += Make.Use(a2_1i);
        sum += Make.Use(a2_2n);
        sum += Make.Use(a2_3t);
        sum += Make.Use(a2_4p);
        sum += Make.Use(a2_5e);
        sum += Make.Use(a2_6s);
        return sum;
    }
}

sealed class C3(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, short a3_1c, string a3_2s, int? a3_3n)
    {
        short v3_20c = Make.C(320);
        (int, string) v3_21t = Make.T(321);
        Obj v3_22o = Make.O(322);
        long sum = walk.Next(depth - 1);
        string v3_23s = Make.S(323);
        int? v3_24n = Make.N(324);
        int? v3_25n = Make.N(325);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v3_23s);
        sum += Make.Use(v3_24n);
        sum += Make.Use(v3_25n);
        sum += Make.Use(v3_20c);
        sum += Make.Use(v3_21t);
        sum += Make.Use(v3_22o);
        sum += Make.Use(a3_1c);
        sum += Make.Use(a3_2s);
        sum += Make.Use(a3_3n);
        return sum + Id;
    }
}

sealed class C4
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, float a4_1f, string a4_2s, short a4_3c)
    {
        int? v4_20n = Make.N(420);
        int v4_21i = Make.I(421);
        long sum = walk.Next(depth - 1);
        int? v4_22n = Make.N(422);
        long v4_23l = Make.L(423);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v4_22n);
        sum += Make.Use(v4_23l);
        sum += Make.Use(v4_20n);
        sum += Make.Use(v4_21i);
        sum += Make.Use(a4_1f);
        sum += Make.Use(a4_2s);
        sum += Make.Use(a4_3c);
        return sum;
    }
}

sealed class C5
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, (int, string) a5_1t, short a5_2c, Pair a5_3p, float a5_4f, byte a5_5y)
    {
        byte v5_20y = Make.Y(520);
        float v5_21f = Make.F(521);
        double v5_22d = Make.D(522);
        long v5_23l = Make.L(523);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            Obj v5_24o = Make.O(524);
            Color v5_25e = Make.E(525);
            long v5_26l = Make.L(526);
            string v5_27s = Make.S(527);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v5_24o);
            sum += Make.Use(v5_25e);
            sum += Make.Use(v5_26l);
            sum += Make.Use(v5_27s);
        }
        sum += Make.Use(v5_20y);
        sum += Make.Use(v5_21f);
        sum += Make.Use(v5_22d);
        sum += Make.Use(v5_23l);
        sum += Make.Use(a5_1t);
        sum += Make.Use(a5_2c);
        sum += Make.Use(a5_3p);
        sum += Make.Use(a5_4f);
        sum += Make.Use(a5_5y);
        return sum;
    }
}

sealed class C6(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, double a6_1d, short a6_2c, byte a6_3y, float a6_4f, int? a6_5n, Obj a6_6o)
    {
        string v6_20s = Make.S(620);
        string v6_21s = Make.S(621);
        short v6_22c = Make.C(622);
        Pair v6_23p = Make.P(623);
        long sum = walk.Next(depth - 1);
        Obj v6_24o = Make.O(624);
        float v6_25f = Make.F(625);
        Obj v6_26o = Make.O(626);
        byte v6_27y = Make.Y(627);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v6_24o);
        sum += Make.Use(v6_25f);
        sum += Make.Use(v6_26o);
        sum += Make.Use(v6_27y);
        sum += Make.Use(v6_20s);
        sum += Make.Use(v6_21s);
        sum += Make.Use(v6_22c);
        sum += Make.Use(v6_23p);
        sum += Make.Use(a6_1d);
        sum += Make.Use(a6_2c);
        sum += Make.Use(a6_3y);
        sum += Make.Use(a6_4f);
        sum += Make.Use(a6_5n);
        sum += Make.Use(a6_6o);
        return sum + Id;
    }
}

sealed class C7
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, int a7_1i, (int, string) a7_2t, string a7_3s, short a7_4c, float a7_5f)
    {
        Color v7_20e = Make.E(720);
        float v7_21f = Make.F(721);
        int? v7_22n = Make.N(722);
        long sum = walk.Next(depth - 1);
        byte v7_23y = Make.Y(723);
        int? v7_24n = Make.N(724);
        byte v7_25y = Make.Y(725);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v7_23y);
        sum += Make.Use(v7_24n);
        sum += Make.Use(v7_25y);
        sum += Make.Use(v7_20e);
        sum += Make.Use(v7_21f);
        sum += Make.Use(v7_22n);
        sum += Make.Use(a7_1i);
        sum += Make.Use(a7_2t);
        sum += Make.Use(a7_3s);
        sum += Make.Use(a7_4c);
        sum += Make.Use(a7_5f);
        return sum;
    }
}
