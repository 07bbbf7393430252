using System;
using BacklogPS.Http;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

public class ApiPathTests
{
    private static readonly Uri Base = SpaceAddress.Parse("https://tools.example.com/backlog").BaseUri;

    [Theory]
    [InlineData("APP", "APP")]
    [InlineData("a?all=true", "a%3Fall%3Dtrue")]
    [InlineData("a#b", "a%23b")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a b&c=d", "a%20b%26c%3Dd")]
    [InlineData("設計", "%E8%A8%AD%E8%A8%88")]
    [InlineData("...", "...")]
    public void A_segment_stays_in_its_place(string segment, string escaped)
    {
        var path = ApiPath.Of("projects", segment).ToString();

        Assert.Equal("projects/" + escaped, path);
        Assert.Equal("https://tools.example.com/backlog/api/v2/projects/" + escaped, new Uri(Base, "api/v2/" + path).AbsoluteUri);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("\0")]
    [InlineData("a/b")]
    [InlineData("../users")]
    [InlineData("/")]
    [InlineData(@"a\b")]
    [InlineData(@"..\..\x")]
    public void A_segment_that_leads_elsewhere_is_refused(string segment)
    {
        var refusal = Assert.Throws<BacklogException>(() => ApiPath.Of("projects", segment));

        Assert.Equal(BacklogErrorKind.ArgumentInvalid, refusal.Kind);
        Assert.Equal(segment, refusal.Target);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        Assert.Equal(BacklogErrorKind.ArgumentInvalid, Assert.Throws<BacklogException>(() => ApiPath.Of("projects", "a\uD800")).Kind);

    [Fact]
    public void A_segment_of_many_thousand_characters_is_refused() =>
        Assert.Equal(BacklogErrorKind.ArgumentInvalid, Assert.Throws<BacklogException>(() => ApiPath.Of("projects", new string('a', 70_000))).Kind);

    [Fact]
    public void A_URL_longer_than_the_runtime_allows_is_an_error_with_the_way_out()
    {
        var request = ApiRequest.Get(ApiPath.Of("issues"), new Transport.Query().Add("keyword", new string('a', 70_000)));
        try
        {
            using var message = request.ToMessage(SpaceAddress.Parse("mycompany.backlog.com"));

            // .NET 10 has no such limit.
            Assert.True(message.RequestUri!.AbsoluteUri.Length > 70_000);
        }
        catch (BacklogException error)
        {
            Assert.Equal((BacklogErrorKind.RequestRefused, Messages.AddressTooLongNext), (error.Kind, error.NextStep));
        }
    }

    [Theory]
    [InlineData("issues/APP-1%2F..%2F..%2Fusers")]
    [InlineData("issues/..%5C..%5Cusers")]
    [InlineData(@"issues\APP-1")]
    public void A_path_that_hides_a_slash_in_a_segment_is_refused(string path) =>
        Assert.Equal(BacklogErrorKind.ArgumentInvalid, Assert.Throws<BacklogException>(() => ApiPath.Parse(path)).Kind);
}
