using System.Security;
using System.Text;

namespace InspectValues;

class Secrets
{
    public static readonly Secrets All = new();

    string password = "hunter2";
    string? noPassword = null;
    string ApiKey { get; } = "abc";
    char[] pwd = ['h', 'u', 'n'];
    byte[] privateKey = [1, 2, 3];
    List<string> tokens = ["a", "b"];
    Credential credential = new() { User = "ann", Secret = "s" };
    Credential account = new() { User = "ann", Secret = "s" };
    (string Password, int Port) tuple = ("hunter2", 80);
    bool hasPassword = true;
    int tokenCount = 3;
    int key = 5;
    string keyboard = "qwerty";
    string monkey = "chimp";
    int passcode = 1234;
    Guid apiKeyId = new("00112233-4455-6677-8899-aabbccddeeff");
    Guid accessKey = new("00112233-4455-6677-8899-aabbccddeeff");
    int? otp = 123456;
    DayOfWeek secretDay = DayOfWeek.Monday;
    CancellationToken token = default;
    Func<string> tokenFactory = () => "x";
    Func<string> token2 = () => "x";
    Dictionary<string, string> headers = new() { ["Accept"] = "*/*", ["Authorization"] = "sesame" };
    KeyValuePair<string, string> pair = new("cookie", "crumbs");
    (string, string) header = ("X-Api-Key", "crumbs");
    string[] arguments = ["--user", "ann", "--password", "hunter2", "--token=abc", "run"];
    Setting setting = new() { Name = "DbPassword", Value = "hunter2" };
    Setting harmless = new() { Name = "Color", Value = "blue" };
    string connection = "Server=db;User Id=sa;Password=hunter2;";
    string bearer = "Bearer abcdef0123456789";
    string jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc";
    string url = "https://ann:hunter2@example.org/";
    string longUrl = new string('x', 500) + " https://ann:hunter2@example.org/";
    Uri uri = new("https://ann:hunter2@example.org/");
    StringBuilder builder = new("pwd=hunter2;");
    char[] characters = "Password=hunter2".ToCharArray();
    byte[] utf8 = "Authorization: Bearer abcdef0123456789"u8.ToArray();
    ReadOnlyMemory<char> slice = "Password=hunter2".AsMemory();
    Exception exception = new InvalidOperationException("cannot log in with Password=hunter2");
    Task<string> authToken = Task.FromResult("abc");
    object boxedUnderSecret = 5;
}

class Credential
{
    public string User = "", Secret = "";
}

class Setting
{
    public string Name = "", Value = "";
}
