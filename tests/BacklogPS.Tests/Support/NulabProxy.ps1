# A proxy in this process that impersonates hosts: it accepts a CONNECT, does the TLS handshake with a certificate that
# it created for the hosts, and forwards the connection to the local port for the host, or responds to every request
# with 401 if there is none. The certificate is written to a file for SSL_CERT_FILE.
Add-Type -TypeDefinition @'
using System;
using System.Collections;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

public sealed class NulabProxy
{
    private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;

    private readonly Hashtable ports;

    private NulabProxy(Hashtable ports, string certificateFile)
    {
        this.ports = ports;
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=NulabProxy", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            foreach (string host in ports.Keys)
            {
                names.AddDnsName(host);
            }

            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        }

        File.WriteAllText(
            certificateFile,
            "-----BEGIN CERTIFICATE-----\n" + Convert.ToBase64String(certificate.RawData, Base64FormattingOptions.InsertLineBreaks) + "\n-----END CERTIFICATE-----\n");
        listener.Start();
        Task.Run(AcceptAsync);
    }

    public int Port { get { return ((IPEndPoint)listener.LocalEndpoint).Port; } }

    /// <summary>host:port of each CONNECT.</summary>
    public ConcurrentQueue<string> Connects { get; } = new ConcurrentQueue<string>();

    /// <summary>Method, target and API key header of each request that came through.</summary>
    public ConcurrentQueue<string> Requests { get; } = new ConcurrentQueue<string>();

    public static NulabProxy Start(string host, string certificateFile)
    {
        return new NulabProxy(new Hashtable { { host, null } }, certificateFile);
    }

    /// <summary>Plays several hosts: each stands for a port of this machine that speaks plain HTTP.</summary>
    public static NulabProxy Start(Hashtable ports, string certificateFile)
    {
        return new NulabProxy(ports, certificateFile);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var plain = client.GetStream();
            var connect = await ReadHeadAsync(plain);
            Connects.Enqueue(connect.Split(' ')[1]);
            await WriteAsync(plain, "HTTP/1.1 200 Connection established\r\n\r\n");
            using (var secure = new SslStream(plain))
            {
                await secure.AuthenticateAsServerAsync(certificate);
                var port = ports[connect.Split(' ')[1].Split(':')[0]];
                if (port != null)
                {
                    await ForwardAsync(secure, (int)port);
                    return;
                }

                while (true)
                {
                    var head = await ReadHeadAsync(secure);
                    if (head.Length == 0)
                    {
                        return;
                    }

                    var lines = head.Split(new[] { "\r\n" }, StringSplitOptions.None);
                    var key = Array.Find(lines, l => l.StartsWith("Backlog-API-Key:", StringComparison.OrdinalIgnoreCase));
                    Requests.Enqueue(lines[0].Replace(" HTTP/1.1", "") + " " + (key == null ? "none" : key.Substring(key.IndexOf(':') + 1).Trim()));
                    await WriteAsync(secure, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
                }
            }
        }
    }

    private static async Task ForwardAsync(Stream stream, int port)
    {
        using (var space = new TcpClient())
        {
            await space.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAny(stream.CopyToAsync(space.GetStream()), space.GetStream().CopyToAsync(stream));
        }
    }

    private static Task WriteAsync(Stream stream, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return stream.WriteAsync(bytes, 0, bytes.Length);
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n") && await stream.ReadAsync(one, 0, 1) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
'@
