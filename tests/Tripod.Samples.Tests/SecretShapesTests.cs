namespace Tripod.Samples.Tests;

public sealed class SecretShapesTests
{
    [Theory]
    [InlineData("Server=db;User Id=sa;Password=hunter2;")]
    [InlineData("Server=db;Uid=sa;Pwd=hunter2")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9v")]
    [InlineData("Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=abc")]
    [InlineData("https://x.blob.core.windows.net/c?sv=2022&sig=abcdefghijklmnopqrst%3D")]
    [InlineData("https://api.example.com/v1?access_token=abc")]
    [InlineData("""{"user":"a","password":"b"}""")]
    [InlineData("""{\"user\":\"a\",\"password\":\"b\"}""")]
    [InlineData("""{"token": "b"}""")]
    [InlineData("Authorization: Bearer abc")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer mF_9.B5f-4.1JqM")]
    [InlineData("header is Bearer mF_9.B5f-4.1JqM today")]
    [InlineData("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("-----BEGIN PRIVATE KEY-----\\nMII")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2ln")]
    [InlineData("eyJhbGciOiJIUzI1NiIsI")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("amqp://user:pa/ss@example.com/")]
    [InlineData("redis://:hunter2@cache:6379")]
    [InlineData("postgres://user:a-long-password-that-was-cu")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ")]
    [InlineData("xoxb-0123456789-abcdef")]
    public void A_text_in_the_shape_of_a_secret_is_secret(string text) => Assert.True(SecretShapes.IsSecret(text), text);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("https://example.com/orders/17")]
    [InlineData("https://example.com:8443/orders?user=@me")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://localhost:5000/a@b")]
    [InlineData("http://[::1]:5000/a")]
    [InlineData("tcp://10.0.0.1:80, tcp://10.0.0.2:81")]
    [InlineData("listening on (http://localhost:5000).")]
    [InlineData("Basic programming for beginners")]
    [InlineData("Bearer authentication is required")]
    [InlineData("The password is missing")]
    [InlineData("Unexpected token: ;")]
    [InlineData("key=5")]
    [InlineData("-----BEGIN PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("task-force one")]
    [InlineData("Server=db;Database=shop;Integrated Security=true")]
    public void An_ordinary_text_is_not(string text) => Assert.False(SecretShapes.IsSecret(text), text);

    [Theory]
    [InlineData("://a:")]
    [InlineData("bearer ")]
    [InlineData("basic QWxh")]
    [InlineData("eyJ")]
    [InlineData("eyJ-")]
    [InlineData("-----BEGIN ")]
    [InlineData("password ")]
    [InlineData("key=")]
    [InlineData("a")]
    public async Task Half_a_million_characters_made_to_be_slow_are_told_within_seconds(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 500_000 / part.Length));
        await Task.Run(() => SecretShapes.IsSecret(text)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
