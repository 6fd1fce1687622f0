using System.Runtime.CompilerServices;

namespace InspectChain;

sealed class C8
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, string a8_1s, double a8_2d)
    {
        Color v8_20e = Make.E(820);
        (int, string) v8_21t = Make.T(821);
        string v8_22s = Make.S(822);
        long sum = walk.Next(depth - 1);
        int v8_23i = Make.I(823);
        Color v8_24e = Make.E(824);
        Color v8_25e = Make.E(825);
        double v8_26d = Make.D(826);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v8_23i);
        sum += Make.Use(v8_24e);
        sum += Make.Use(v8_25e);
        sum += Make.Use(v8_26d);
        sum += Make.Use(v8_20e);
        sum += Make.Use(v8_21t);
        sum += Make.Use(v8_22s);
        sum += Make.Use(a8_1s);
        sum += Make.Use(a8_2d);
        return sum;
    }
}

sealed class C9(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, (int, string) a9_1t, byte a9_2y, double a9_3d, Pair a9_4p, float a9_5f, int a9_6i)
    {
        float v9_20f = Make.F(920);
        Obj v9_21o = Make.O(921);
        int? v9_22n = Make.N(922);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            string v9_23s = Make.S(923);
            byte v9_24y = Make.Y(924);
            int v9_25i = Make.I(925);
            long v9_26l = Make.L(926);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v9_23s);
            sum += Make.Use(v9_24y);
            sum += Make.Use(v9_25i);
            sum += Make.Use(v9_26l);
        }
        sum += Make.Use(v9_20f);
        sum += Make.Use(v9_21o);
        sum += Make.Use(v9_22n);
        sum += Make.Use(a9_1t);
        sum += Make.Use(a9_2y);
        sum += Make.Use(a9_3d);
        sum += Make.Use(a9_4p);
        sum += Make.Use(a9_5f);
        sum += Make.Use(a9_6i);
        return sum + Id;
    }
}

sealed class C10
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, Obj a10_1o, long a10_2l, Pair a10_3p, int? a10_4n)
    {
        string v10_20s = Make.S(1020);
        Obj v10_21o = Make.O(1021);
        byte v10_22y = Make.Y(1022);
        long sum = walk.Next(depth - 1);
        Pair v10_23p = Make.P(1023);
        short v10_24c = Make.C(1024);
        double v10_25d = Make.D(1025);
        Obj v10_26o = Make.O(1026);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v10_23p);
        sum += Make.Use(v10_24c);
        sum += Make.Use(v10_25d);
        sum += Make.Use(v10_26o);
        sum += Make.Use(v10_20s);
        sum += Make.Use(v10_21o);
        sum += Make.Use(v10_22y);
        sum += Make.Use(a10_1o);
        sum += Make.Use(a10_2l);
        sum += Make.Use(a10_3p);
        sum += Make.Use(a10_4n);
        return sum;
    }
}

sealed class C11
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, short a11_1c, double a11_2d, Pair a11_3p, float a11_4f, int? a11_5n)
    {
        Obj v11_20o = Make.O(1120);
        string v11_21s = Make.S(1121);
        long sum = walk.Next(depth - 1);
        Obj v11_22o = Make.O(1122);
        Obj v11_23o = Make.O(1123);
        long v11_24l = Make.L(1124);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v11_22o);
        sum += Make.Use(v11_23o);
        sum += Make.Use(v11_24l);
        sum += Make.Use(v11_20o);
        sum += Make.Use(v11_21s);
        sum += Make.Use(a11_1c);
        sum += Make.Use(a11_2d);
        sum += Make.Use(a11_3p);
        sum += Make.Use(a11_4f);
        sum += Make.Use(a11_5n);
        return sum;
    }
}

sealed class C12(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, int a12_1i, byte a12_2y, int? a12_3n)
    {
        double v12_20d = Make.D(1220);
        double v12_21d = Make.D(1221);
        long sum = walk.Next(depth - 1);
        int v12_22i = Make.I(1222);
        Obj v12_23o = Make.O(1223);
        Pair v12_24p = Make.P(1224);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v12_22i);
        sum += Make.Use(v12_23o);
        sum += Make.Use(v12_24p);
        sum += Make.Use(v12_20d);
        sum += Make.Use(v12_21d);
        sum += Make.Use(a12_1i);
        sum += Make.Use(a12_2y);
        sum += Make.Use(a12_3n);
        return sum + Id;
    }
}

sealed class C13
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, float a13_1f, int? a13_2n, (int, string) a13_3t, Color a13_4e, Obj a13_5o, short a13_6c)
    {
        int? v13_20n = Make.N(1320);
        (int, string) v13_21t = Make.T(1321);
        (int, string) v13_22t = Make.T(1322);
        Color v13_23e = Make.E(1323);
        long sum = 0;
        for (int round = 0; round < 3; round++)
        {
            int v13_24i = Make.I(1324);
            byte v13_25y = Make.Y(1325);
            (int, string) v13_26t = Make.T(1326);
            short v13_27c = Make.C(1327);
            sum += walk.Next(depth - 1) + walk.Spin(round);
            sum += Make.Use(v13_24i);
            sum += Make.Use(v13_25y);
            sum += Make.Use(v13_26t);
            sum += Make.Use(v13_27c);
        }
        sum += Make.Use(v13_20n);
        sum += Make.Use(v13_21t);
        sum += Make.Use(v13_22t);
        sum += Make.Use(v13_23e);
        sum += Make.Use(a13_1f);
        sum += Make.Use(a13_2n);
        sum += Make.Use(a13_3t);
        sum += Make.Use(a13_4e);
        sum += Make.Use(a13_5o);
        sum += Make.Use(a13_6c);
        return sum;
    }
}

sealed class C14
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Run(Walk walk, int depth, Pair a14_1p, Color a14_2e, (int, string) a14_3t, string a14_4s, byte a14_5y)
    {
        int v14_20i = Make.I(1420);
        long v14_21l = Make.L(1421);
        string v14_22s = Make.S(1422);
        long sum = walk.Next(depth - 1);
        long v14_23l = Make.L(1423);
        byte v14_24y = Make.Y(1424);
        Obj v14_25o = Make.O(1425);
        string v14_26s = Make.S(1426);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v14_23l);
        sum += Make.Use(v14_24y);
        sum += Make.Use(v14_25o);
        sum += Make.Use(v14_26s);
        sum += Make.Use(v14_20i);
        sum += Make.Use(v14_21l);
        sum += Make.Use(v14_22s);
        sum += Make.Use(a14_1p);
        sum += Make.Use(a14_2e);
        sum += Make.Use(a14_3t);
        sum += Make.Use(a14_4s);
        sum += Make.Use(a14_5y);
        return sum;
    }
}

sealed class C15(int id)
{
    public int Id = id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Run(Walk walk, int depth, int? a15_1n, int a15_2i, string a15_3s, (int, string) a15_4t)
    {
        Obj v15_20o = Make.O(1520);
        short v15_21c = Make.C(1521);
        string v15_22s = Make.S(1522);
        float v15_23f = Make.F(1523);
        long sum = walk.Next(depth - 1);
        int? v15_24n = Make.N(1524);
        int v15_25i = Make.I(1525);
        string v15_26s = Make.S(1526);
        long v15_27l = Make.L(1527);
        sum += walk.Spin(depth) + walk.Next(depth - 2);
        sum += Make.Use(v15_24n);
        sum += Make.Use(v15_25i);
        sum += Make.Use(v15_26s);
        sum += Make.Use(v15_27l);
        sum += Make.Use(v15_20o);
        sum += Make.Use(v15_21c);
        sum += Make.Use(v15_22s);
        sum += Make.Use(v15_23f);
        sum += Make.Use(a15_1n);
        sum += Make.Use(a15_2i);
        sum += Make.Use(a15_3s);
        sum += Make.Use(a15_4t);
        return sum + Id;
    }
}
