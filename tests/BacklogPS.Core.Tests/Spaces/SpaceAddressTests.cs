using System;
using System.Linq;
using Xunit;

namespace BacklogPS.Core.Tests.Spaces;

public class SpaceAddressTests
{
    [Theory]
    // Nulab's hosts.
    [InlineData("mycompany.backlog.com", "https://mycompany.backlog.com/", "mycompany.backlog.com")]
    [InlineData("mycompany.backlog.jp", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("mycompany.backlogtool.com", "https://mycompany.backlogtool.com/", "mycompany.backlogtool.com")]
    [InlineData("my-company2.backlog.jp", "https://my-company2.backlog.jp/", "my-company2.backlog.jp")]
    // Other forms of the same address.
    [InlineData("MyCompany.Backlog.JP", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("  mycompany.backlog.jp  ", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("mycompany.backlog.jp/", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("mycompany.backlog.jp:443", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("https://mycompany.backlog.jp", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("HTTPS://MYCOMPANY.BACKLOG.JP:443/", "https://mycompany.backlog.jp/", "mycompany.backlog.jp")]
    // Other servers: ports and paths.
    [InlineData("backlog.example.com", "https://backlog.example.com/", "backlog.example.com")]
    [InlineData("tools.example.com:8443", "https://tools.example.com:8443/", "https://tools.example.com:8443")]
    [InlineData("https://tools.example.com/backlog", "https://tools.example.com/backlog/", "https://tools.example.com/backlog")]
    [InlineData("https://tools.example.com/backlog/", "https://tools.example.com/backlog/", "https://tools.example.com/backlog")]
    [InlineData("https://tools.example.com:8443/a/b/", "https://tools.example.com:8443/a/b/", "https://tools.example.com:8443/a/b")]
    [InlineData("https://tools.example.com/a/../b", "https://tools.example.com/b/", "https://tools.example.com/b")]
    [InlineData("https://tools.example.com/A%20b", "https://tools.example.com/A%20b/", "https://tools.example.com/A%20b")]
    [InlineData("https://back_log.example.com", "https://back_log.example.com/", "back_log.example.com")]
    [InlineData("https://tracker", "https://tracker/", "https://tracker")]
    [InlineData("tracker:8443", "https://tracker:8443/", "https://tracker:8443")]
    [InlineData("localhost", "https://localhost/", "localhost")]
    // Numeric addresses.
    [InlineData("192.0.2.7", "https://192.0.2.7/", "192.0.2.7")]
    [InlineData("192.0.2.7:8443", "https://192.0.2.7:8443/", "https://192.0.2.7:8443")]
    [InlineData("[2001:db8::7]", "https://[2001:db8::7]/", "https://[2001:db8::7]")]
    [InlineData("[2001:DB8:0:0::7]:8443", "https://[2001:db8::7]:8443/", "https://[2001:db8::7]:8443")]
    [InlineData("https://[2001:db8::7]/backlog", "https://[2001:db8::7]/backlog/", "https://[2001:db8::7]/backlog")]
    // International names are sent in their ASCII form.
    [InlineData("バックログ.example.jp", "https://xn--pckc9c8b9h.example.jp/", "xn--pckc9c8b9h.example.jp")]
    [InlineData("xn--pckc9c8b9h.example.jp", "https://xn--pckc9c8b9h.example.jp/", "xn--pckc9c8b9h.example.jp")]
    // HTTP without TLS is allowed only on this machine.
    [InlineData("http://localhost", "http://localhost/", "http://localhost")]
    [InlineData("http://localhost:8080/backlog", "http://localhost:8080/backlog/", "http://localhost:8080/backlog")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/", "http://127.0.0.1:8080")]
    [InlineData("http://127.8.9.1", "http://127.8.9.1/", "http://127.8.9.1")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/", "http://[::1]:8080")]
    public void An_address_has_one_base_and_one_name(string text, string baseUrl, string name)
    {
        var address = SpaceAddress.Parse(text);

        Assert.Equal(baseUrl, address.BaseUri.AbsoluteUri);
        Assert.Equal(name, address.Name);
        Assert.Equal(name, address.ToString());

        // The Space property of an object must lead back to its space, even where a space key is accepted.
        Assert.False(SpaceAddress.IsKey(name));
        Assert.Equal(address, SpaceAddress.Parse(name));
        Assert.Equal(address.GetHashCode(), SpaceAddress.Parse(name).GetHashCode());
        Assert.Equal(address, SpaceAddress.Parse(baseUrl));
    }

    [Theory]
    [InlineData("mycompany.backlog.com", "mycompany")]
    [InlineData("https://MyCompany.backlog.jp/", "mycompany")]
    [InlineData("mycompany.backlogtool.com", "mycompany")]
    [InlineData("mycompany.backlog.com.example.com", null)]
    [InlineData("mycompany.notbacklog.com", null)]
    [InlineData("mycompany-backlog.com", null)]
    [InlineData("backlog.example.com", null)]
    [InlineData("http://localhost:8080", null)]
    public void Only_Nulabs_hosts_have_a_space_key(string text, string? key)
    {
        var address = SpaceAddress.Parse(text);

        Assert.Equal(key, address.Key);
        Assert.Equal(key is not null, address.IsNulab);
    }

    [Theory]
    [InlineData("mycompany.backlog.com", "mycompany.backlog.jp")]
    [InlineData("https://tools.example.com/a", "https://tools.example.com/b")]
    [InlineData("https://tools.example.com/a", "https://tools.example.com/A")]
    [InlineData("https://tools.example.com", "https://tools.example.com:8443")]
    [InlineData("https://localhost", "http://localhost")]
    public void Different_spaces_are_not_equal(string one, string other) =>
        Assert.NotEqual(SpaceAddress.Parse(one), SpaceAddress.Parse(other));

    [Theory]
    [InlineData(null, "it is empty")]
    [InlineData("", "it is empty")]
    [InlineData("   ", "it is empty")]
    [InlineData("http://mycompany.backlog.jp", "loopback addresses only")]
    [InlineData("http://backlog.example.com", "loopback addresses only")]
    [InlineData("http://localhost.example.com", "loopback addresses only")]
    [InlineData("http://127.0.0.1.example.com", "loopback addresses only")]
    [InlineData("http://192.168.0.1", "loopback addresses only")]
    [InlineData("http://0.0.0.0", "loopback addresses only")]
    [InlineData("http://[2001:db8::7]", "loopback addresses only")]
    [InlineData("http://tracker:8080", "loopback addresses only")]
    [InlineData("ftp://mycompany.backlog.jp", "'ftp://'")]
    [InlineData("file:///etc/passwd", "'file://'")]
    [InlineData("mycompany.backlog.jp/team", "https://mycompany.backlog.jp/team")]
    [InlineData("https://mycompany.backlog.jp/team", "mycompany.backlog.jp alone")]
    [InlineData("https://mycompany.backlog.jp/api/v2", "leave out 'api/v2'")]
    [InlineData("https://tools.example.com/backlog/api/v2/", "leave out 'api/v2'")]
    [InlineData("backlog.com", "mycompany.backlog.com")]
    [InlineData("https://backlog.jp/", "mycompany.backlog.jp")]
    [InlineData("BACKLOGTOOL.com", "mycompany.backlogtool.com")]
    [InlineData("mycompany..backlog.jp", "empty part between dots")]
    [InlineData(".backlog.jp", "empty part between dots")]
    [InlineData("mycompany.backlog.jp.", "empty part between dots")]
    [InlineData("https://a..example.com/backlog", "empty part between dots")]
    [InlineData("-a.example.com", "neither a host name nor a URL")]
    [InlineData("a-.example.com", "neither a host name nor a URL")]
    [InlineData("a b.example.com", "neither a host name nor a URL")]
    [InlineData("a\u00a0b.example.com", "neither a host name nor a URL")]
    [InlineData("https://tools.example.com\\backlog", "neither a host name nor a URL")]
    [InlineData("https://", "neither a host name nor a URL")]
    [InlineData("https://tools.example.com:99999", "neither a host name nor a URL")]
    [InlineData("tools.example.com:http", "neither a host name nor a URL")]
    [InlineData("a$b.example.com", "neither a host name nor a URL")]
    [InlineData("xn--\u0131.example.com", "neither a host name nor a URL")]
    [InlineData("[2001:db8::7", "neither a host name nor a URL")]
    [InlineData("tools.example.com:0", "port 0")]
    [InlineData("https://127.0.0.1:0", "port 0")]
    public void What_is_no_address_is_refused_with_the_reason(string? text, string reason)
    {
        var refusal = Assert.Throws<BacklogException>(() => SpaceAddress.Parse(text!));

        Assert.Equal(BacklogErrorKind.SpaceInvalid, refusal.Kind);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text?.Trim()}'", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.NextStep);
    }

    [Fact]
    public void A_label_of_more_than_63_characters_is_refused()
    {
        Assert.Equal(new string('a', 63) + ".example.com", SpaceAddress.Parse(new string('a', 63) + ".example.com").Name);
        var refusal = Assert.Throws<BacklogException>(() => SpaceAddress.Parse(new string('a', 64) + ".example.com"));
        Assert.Equal(BacklogErrorKind.SpaceInvalid, refusal.Kind);
    }

    [Theory]
    [InlineData("https://user:hunter2@tools.example.com", "user info")]
    [InlineData("user:hunter2@mycompany.backlog.jp", "user info")]
    [InlineData("hunter2@mycompany.backlog.jp", "user info")]
    [InlineData("https://tools.example.com/@hunter2", "user info")]
    [InlineData("https://mycompany.backlog.jp/?apiKey=hunter2", "query")]
    [InlineData("mycompany.backlog.jp?hunter2", "query")]
    [InlineData("https://mycompany.backlog.jp/dashboard?apiKey=hunter2", "'https://mycompany.backlog.jp/dashboard' is not a valid space: the address of a space at Nulab has no path; use mycompany.backlog.jp alone.")]
    [InlineData("https://mycompany.backlog.jp/view/APP-1#hunter2", "use mycompany.backlog.jp alone")]
    [InlineData("https://tools.example.com/backlog#hunter2", "fragment")]
    [InlineData("mycompany.backlog.jp#hunter2", "fragment")]
    public void What_may_be_a_secret_is_refused_and_not_repeated(string text, string reason)
    {
        var refusal = Assert.Throws<BacklogException>(() => SpaceAddress.Parse(text));

        Assert.Equal(BacklogErrorKind.SpaceInvalid, refusal.Kind);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.ToString() + refusal.NextStep + refusal.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my\ncompany.backlog.jp")]
    [InlineData("mycompany.backlog.jp\r\n")]
    [InlineData("\u001b[31mmycompany")]
    [InlineData("mycompany\0")]
    [InlineData("mycompany\u009b.backlog.jp")]
    [InlineData("\tmycompany")]
    public void Control_characters_are_refused_and_not_shown(string text)
    {
        foreach (var read in new Action[] { () => SpaceAddress.Parse(text), () => SpaceAddress.FromKey(text), () => SpaceAddress.IsKey(text) })
        {
            var refusal = Assert.Throws<BacklogException>(read);
            Assert.Equal(BacklogErrorKind.SpaceInvalid, refusal.Kind);
            Assert.Contains("control characters", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(refusal.Message, char.IsControl);
            Assert.DoesNotContain((string?)refusal.Target ?? "", char.IsControl);
        }
    }

    [Theory]
    [InlineData("https://user:hunter2@a.example.com\n")]
    [InlineData("https://a.example.com/?apiKey=hunter2\t")]
    public void A_secret_beside_control_characters_is_not_repeated_either(string text)
    {
        var refusal = Assert.Throws<BacklogException>(() => SpaceAddress.Parse(text));
        Assert.DoesNotContain("hunter2", refusal.ToString() + refusal.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mycompany", true)]
    [InlineData(" my-company2 ", true)]
    [InlineData("my_company", true)]
    [InlineData("localhost", false)]
    [InlineData("mycompany.backlog.jp", false)]
    [InlineData("https://tracker", false)]
    [InlineData("tracker:8443", false)]
    [InlineData("[::1]", false)]
    public void A_key_is_told_from_an_address(string text, bool isKey) => Assert.Equal(isKey, SpaceAddress.IsKey(text));

    [Theory]
    [InlineData("mycompany", "mycompany.backlog.com")]
    [InlineData("MyCompany", "mycompany.backlog.com")]
    [InlineData(" my-company2 ", "my-company2.backlog.com")]
    public void A_key_means_a_host_at_backlog_com(string key, string host) => Assert.Equal(host, SpaceAddress.FromKey(key).Name);

    [Theory]
    [InlineData("my_company")]
    [InlineData("my company")]
    [InlineData("-mycompany")]
    [InlineData("mycompany-")]
    [InlineData("会社")]
    [InlineData("my$company")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    public void A_key_with_other_characters_is_refused(string key)
    {
        var refusal = Assert.Throws<BacklogException>(() => SpaceAddress.FromKey(key));

        Assert.Equal(BacklogErrorKind.SpaceInvalid, refusal.Kind);
        Assert.Contains($"'{key}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("letters, digits and hyphens", refusal.Message, StringComparison.Ordinal);
    }
}
