using System;
using BacklogPS.Credentials;
using BacklogPS.Spaces;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Credentials;

public class ApiKeyCredentialTests
{
    [Theory]
    [InlineData("Canary Key0123")]
    [InlineData("CanaryKey0123 ")]
    [InlineData(" CanaryKey0123")]
    [InlineData("CanaryKey0123\r\nX-Other: 1")]
    [InlineData("CanaryKey0123\n")]
    [InlineData("CanaryKey\t0123")]
    [InlineData("CanaryKey\0")]
    [InlineData("CanaryKey\u007f")]
    [InlineData("CanaryKey鍵")]
    [InlineData("CanaryKey\u00a0")]
    public void Characters_that_no_key_has_are_refused_without_repeating_it(string key)
    {
        var refusal = Assert.Throws<BacklogException>(() => new ApiKeyCredential(key, ApiKeyForm.Header));

        Assert.Equal(BacklogErrorKind.ApiKeyInvalid, refusal.Kind);
        Assert.DoesNotContain("Canary", refusal.ToString() + refusal.NextStep + refusal.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_key_is_refused()
    {
        var refusal = Assert.Throws<BacklogException>(() => new ApiKeyCredential("", ApiKeyForm.Header));

        Assert.Equal(BacklogErrorKind.ApiKeyInvalid, refusal.Kind);
        Assert.Contains("empty", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CanaryKey0123456789", "Cana...")]
    [InlineData("123456789012", "1234...")]
    [InlineData("12345678901", "...")]
    [InlineData("1", "...")]
    public void Four_characters_are_shown_and_of_a_short_key_none(string key, string shown) =>
        Assert.Equal(shown, new ApiKeyCredential(key, ApiKeyForm.Header).Prefix);

    [Theory]
    [InlineData("key CanaryKey+0123/= was wrong", "key *** was wrong")]
    [InlineData("?apiKey=CanaryKey%2B0123%2F%3D&x=1", "?apiKey=***&x=1")]
    [InlineData("?apiKey=CanaryKey%2b0123%2f%3d&x=1", "?apiKey=***&x=1")]
    [InlineData("CanaryKey+0123/=CanaryKey+0123/=", "******")]
    [InlineData("nothing of it", "nothing of it")]
    public void The_key_is_taken_out_of_texts_in_either_form(string text, string redacted) =>
        Assert.Equal(redacted, new ApiKeyCredential("CanaryKey+0123/=", ApiKeyForm.Header).Redact(text));

    [Fact]
    public void The_credential_shown_as_text_shows_nothing() =>
        Assert.DoesNotContain("Cana", new ApiKeyCredential("CanaryKey0123456789", ApiKeyForm.Query).ToString(), StringComparison.Ordinal);
}
