using System;
using System.Collections.Generic;
using System.Net;
using BacklogPS.Http;
using BacklogPS.Transport;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Proxies from environment variables.</summary>
public class EnvironmentProxyTests
{
    private static readonly Uri Space = new("https://mycompany.backlog.com/api/v2/space");

    private static EnvironmentProxy? Read(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return EnvironmentProxy.Read(name => all.GetValueOrDefault(name));
    }

    [Theory]
    [InlineData("http://proxy.example.com:3128", "http://proxy.example.com:3128/", null, null)]
    [InlineData("proxy.example.com:3128", "http://proxy.example.com:3128/", null, null)]
    [InlineData("proxy.example.com", "http://proxy.example.com/", null, null)]
    [InlineData(" http://proxy.example.com:3128/ ", "http://proxy.example.com:3128/", null, null)]
    [InlineData("https://proxy.example.com", "https://proxy.example.com/", null, null)]
    [InlineData("socks5://proxy.example.com", "socks5://proxy.example.com:1080/", null, null)]
    [InlineData("http://[::1]:3128", "http://[::1]:3128/", null, null)]
    [InlineData("http://[::1]", "http://[::1]/", null, null)]
    [InlineData("http://bob:pass@proxy.example.com:3128", "http://proxy.example.com:3128/", "bob", "pass")]
    [InlineData("http://bob:p%40ss%3A1@proxy.example.com:3128", "http://proxy.example.com:3128/", "bob", "p@ss:1")]
    [InlineData("http://bob:p@ss:1/2@proxy.example.com:3128", "http://proxy.example.com:3128/", "bob", "p@ss:1/2")]
    [InlineData("bob@proxy.example.com", "http://proxy.example.com/", "bob", "")]
    public void An_address_is_read_and_kept_without_its_user(string value, string address, string? user, string? password)
    {
        var proxy = Read(("HTTPS_PROXY", value))!;

        Assert.Equal(address, proxy.GetProxy(Space)!.AbsoluteUri);
        var credential = ((IWebProxy)proxy).Credentials!.GetCredential(proxy.GetProxy(Space)!, "Basic");
        Assert.Equal((user, password), (credential?.UserName, credential?.Password));
        Assert.Equal(user is not null, proxy.HasCredentialFor(Space));
        Assert.Equal("HTTPS_PROXY", proxy.VariableOf(Space));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://proxy.example.com")]
    [InlineData("http://")]
    public void What_is_no_proxys_address_names_none(string value) => Assert.Null(Read(("HTTPS_PROXY", value)));

    [Fact]
    public void A_password_is_for_its_own_proxy_only()
    {
        var proxy = Read(("HTTPS_PROXY", "http://bob:pass@one.example.com"), ("HTTP_PROXY", "http://two.example.com"))!;

        Assert.Null(((ICredentials)proxy).GetCredential(new Uri("http://two.example.com"), "Basic"));
        Assert.Same(CredentialCache.DefaultNetworkCredentials, ((ICredentials)proxy).GetCredential(new Uri("http://two.example.com"), "Negotiate"));
    }

    [Theory]
    [InlineData("mycompany.backlog.com", true)]
    [InlineData("MyCompany.Backlog.com", true)]
    [InlineData("localhost, mycompany.backlog.com", true)]
    [InlineData(".backlog.com", true)]
    [InlineData(".mycompany.backlog.com", true)]
    [InlineData("*", true)]
    [InlineData("backlog.com", false)]
    [InlineData(".acklog.com", false)]
    [InlineData("", false)]
    public void NO_PROXY_names_what_is_asked_for_directly(string value, bool isBypassed)
    {
        var proxy = Read(("https_proxy", "proxy.example.com"), ("NO_PROXY", value))!;

        Assert.Equal(isBypassed, proxy.IsBypassed(Space));
        Assert.Equal(isBypassed, proxy.GetProxy(Space) is null);
    }

    [Fact]
    public void The_variable_of_the_scheme_comes_before_the_one_for_all()
    {
        var proxy = Read(("ALL_PROXY", "all.example.com"), ("HTTP_PROXY", "http.example.com"))!;

        Assert.Equal("all.example.com", proxy.GetProxy(Space)!.Host);
        Assert.Equal("http.example.com", proxy.GetProxy(new Uri("http://127.0.0.1/"))!.Host);
    }

    [Fact]
    public void In_a_program_of_a_web_server_HTTP_PROXY_may_be_anybodys()
    {
        Assert.Null(Read(("HTTP_PROXY", "evil.example.com"), ("GATEWAY_INTERFACE", "CGI/1.1")));
    }
}
