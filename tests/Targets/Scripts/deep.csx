using System.Threading;

// 120 calls below each other, each with long texts; at the bottom something changes from sample to sample
bool stop = false;
new Thread(() => { Console.ReadLine(); stop = true; }) { IsBackground = true }.Start();
Descend(120);

string Text(int level, char letter) => level + new string(letter, 190);

int Descend(int level)
{
    string first = Text(level, 'a'), second = Text(level, 'b'), third = Text(level, 'c');
    if (level > 1)
        return Descend(level - 1) + first.Length + second.Length + third.Length;
    Console.WriteLine("ready");
    int rounds = 0;
    for (; !stop; rounds++)
        Thread.Sleep(20);
    return rounds;
}
