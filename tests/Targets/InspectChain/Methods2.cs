using System.Runtime.CompilerServices;

namespace InspectChain;

sealed class C16
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, Pair a16_1p, Obj a16_2o, double a16_3d, float a16_4f, short a16_5c, long a16_6l)
    {
        string v16_20s = Make.S(1620);
        byte v16_21y = Make.Y(1621);
        long sum = walk.Next(depth - 1);
        byte v16_22y = Make.Y(1622);
        byte v16_23y = Make.Y(1623);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v16_22y);
        sum += Make.Use(v16_23y);
        sum += Make.Use(v16_20s);
        sum += Make.Use(v16_21y);
        sum += Make.Use(a16_1p);
        sum += Make.Use(a16_2o);
        sum += Make.Use(a16_3d);
        sum += Make.Use(a16_4f);
        sum += Make.Use(a16_5c);
        sum += Make.Use(a16_6l);
        return sum;
    }
}

sealed class C17
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, double a17_1d, string a17_2s, Obj a17_3o, (int, string) a17_4t, float a17_5f)
    {
        byte v17_20y = Make.Y(1720);
        Color v17_21e = Make.E(1721);
        Obj v17_22o = Make.O(1722);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            short v17_23c = Make.C(1723);
            int v17_24i = Make.I(1724);
            long v17_25l = Make.L(1725);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v17_23c);
            sum += Make.Use(v17_24i);
            sum += Make.Use(v17_25l);
        }
        sum += Make.Use(v17_20y);
        sum += Make.Use(v17_21e);
        sum += Make.Use(v17_22o);
        sum += Make.Use(a17_1d);
        sum += Make.Use(a17_2s);
        sum += Make.Use(a17_3o);
        sum += Make.Use(a17_4t);
        sum += Make.Use(a17_5f);
        return sum;
    }
}

sealed class C18(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, float a18_1f, Obj a18_2o, short a18_3c, int a18_4i, double a18_5d, Color a18_6e)
    {
        Color v18_20e = Make.E(1820);
        double v18_21d = Make.D(1821);
        long sum = walk.Next(depth - 1);
        short v18_22c = Make.C(1822);
        float v18_23f = Make.F(1823);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v18_22c);
        sum += Make.Use(v18_23f);
        sum += Make.Use(v18_20e);
        sum += Make.Use(v18_21d);
        sum += Make.Use(a18_1f);
        sum += Make.Use(a18_2o);
        sum += Make.Use(a18_3c);
        sum += Make.Use(a18_4i);
        sum += Make.Use(a18_5d);
        sum += Make.Use(a18_6e);
        return sum + Id;
    }
}

sealed class C19
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, float a19_1f, long a19_2l, short a19_3c)
    {
        short v19_20c = Make.C(1920);
        float v19_21f = Make.F(1921);
        (int, string) v19_22t = Make.T(1922);
        long v19_23l = Make.L(1923);
        long sum = walk.Next(depth - 1);
        int? v19_24n = Make.N(1924);
        long v19_25l = Make.L(1925);
        long v19_26l = Make.L(1926);
        Pair v19_27p = Make.P(1927);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v19_24n);
        sum += Make.Use(v19_25l);
        sum += Make.Use(v19_26l);
        sum += Make.Use(v19_27p);
        sum += Make.Use(v19_20c);
        sum += Make.Use(v19_21f);
        sum += Make.Use(v19_22t);
        sum += Make.Use(v19_23l);
        sum += Make.Use(a19_1f);
        sum += Make.Use(a19_2l);
        sum += Make.Use(a19_3c);
        return sum;
    }
}

sealed class C20
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, long a20_1l, short a20_2c, byte a20_3y)
    {
        Color v20_20e = Make.E(2020);
        int v20_21i = Make.I(2021);
        int v20_22i = Make.I(2022);
        long sum = walk.Next(depth - 1);
        double v20_23d = Make.D(2023);
        byte v20_24y = Make.Y(2024);
        double v20_25d = Make.D(2025);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v20_23d);
        sum += Make.Use(v20_24y);
        sum += Make.Use(v20_25d);
        sum += Make.Use(v20_20e);
        sum += Make.Use(v20_21i);
        sum += Make.Use(v20_22i);
        sum += Make.Use(a20_1l);
        sum += Make.Use(a20_2c);
        sum += Make.Use(a20_3y);
        return sum;
    }
}

sealed class C21(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, Color a21_1e, int? a21_2n, float a21_3f)
    {
        Color v21_20e = Make.E(2120);
        float v21_21f = Make.F(2121);
        float v21_22f = Make.F(2122);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            string v21_23s = Make.S(2123);
            long v21_24l = Make.L(2124);
            string v21_25s = Make.S(2125);
            long v21_26l = Make.L(2126);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v21_23s);
            sum += Make.Use(v21_24l);
            sum += Make.Use(v21_25s);
            sum += Make.Use(v21_26l);
        }
        sum += Make.Use(v21_20e);
        sum += Make.Use(v21_21f);
        sum += Make.Use(v21_22f);
        sum += Make.Use(a21_1e);
        sum += Make.Use(a21_2n);
        sum += Make.Use(a21_3f);
        return sum + Id;
    }
}

sealed class C22
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, long a22_1l, float a22_2f, Color a22_3e, byte a22_4y, int a22_5i)
    {
        (int, string) v22_20t = Make.T(2220);
        float v22_21f = Make.F(2221);
        (int, string) v22_22t = Make.T(2222);
        long sum = walk.Next(depth - 1);
        string v22_23s = Make.S(2223);
        (int, string) v22_24t = Make.T(2224);
        string v22_25s = Make.S(2225);
        Pair v22_26p = Make.P(2226);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v22_23s);
        sum += Make.Use(v22_24t);
        sum += Make.Use(v22_25s);
        sum += Make.Use(v22_26p);
        sum += Make.Use(v22_20t);
        sum += Make.Use(v22_21f);
        sum += Make.Use(v22_22t);
        sum += Make.Use(a22_1l);
        sum += Make.Use(a22_2f);
        sum += Make.Use(a22_3e);
        sum += Make.Use(a22_4y);
        sum += Make.Use(a22_5i);
        return sum;
    }
}

sealed class C23
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, byte a23_1y, Obj a23_2o, Pair a23_3p)
    {
        string v23_20s = Make.S(2320);
        Color v23_21e = Make.E(2321);
        Pair v23_22p = Make.P(2322);
        long sum = walk.Next(depth - 1);
        byte v23_23y = Make.Y(2323);
        Pair v23_24p = Make.P(2324);
        Color v23_25e = Make.E(2325);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v23_23y);
        sum += Make.Use(v23_24p);
        sum += Make.Use(v23_25e);
        sum += Make.Use(v23_20s);
        sum += Make.Use(v23_21e);
        sum += Make.Use(v23_22p);
        sum += Make.Use(a23_1y);
        sum += Make.Use(a23_2o);
        sum += Make.Use(a23_3p);
        return sum;
    }
}
