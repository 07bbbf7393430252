# A real Chromium that a cmdlet opens through $BROWSER, and that the tests then control through ChromeDriver's HTTP
# interface (https://www.w3.org/TR/webdriver/).

# The browser and its driver; nothing if either is not installed.
function Find-Chromium {
    $browser = Get-Command -Name 'chromium', 'chromium-browser', 'google-chrome' -CommandType Application -ErrorAction SilentlyContinue |
        Select-Object -First 1
    $driver = Get-Command -Name 'chromedriver' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($browser -and $driver -and [System.IO.Path]::DirectorySeparatorChar -eq '/') {
        [pscustomobject] @{ Browser = $browser.Source; Driver = $driver.Source }
    }
}

function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

# Creates a script for BROWSER that opens the URL in a separate Chromium which the tests can control. -Language is the
# user's language.
function New-ChromiumScript {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'For tests only.')]
    param(
        [object] $Chromium,

        [string] $Folder,

        [string] $Language = 'en-US'
    )

    $port = Get-FreePort
    $pidFile = [System.IO.Path]::Combine($Folder, 'chromium.pid')
    $file = [System.IO.Path]::Combine($Folder, 'open-chromium.sh')
    $options = @(
        '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check'
        '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps'
        "--remote-debugging-port=$port", "--user-data-dir='$Folder/profile'", "--lang=$Language", "--accept-lang=$Language"
        '--window-size=800,700'
    ) -join ' '
    $text = "#!/bin/sh`necho `$`$ >'$pidFile'`nexec '$($Chromium.Browser)' $options `"`$1`"`n"
    [System.IO.File]::WriteAllText($file, $text)
    chmod '+x' $file
    [pscustomobject] @{ File = $file; Port = $port; PidFile = $pidFile; Chromium = $Chromium }
}

# Takes control of the browser once the script has opened it.
function Connect-Chromium {
    param(
        [object] $Script
    )

    Wait-Condition -Condition { Test-Listening -Port $Script.Port }
    $port = Get-FreePort
    $start = [System.Diagnostics.ProcessStartInfo]::new($Script.Chromium.Driver, "--port=$port --log-level=OFF")
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $driver = [System.Diagnostics.Process]::Start($start)
    Wait-Condition -Condition { Test-Listening -Port $port }
    $session = Invoke-WebDriver -Uri "http://127.0.0.1:$port/session" -Body @{
        capabilities = @{ alwaysMatch = @{ 'goog:chromeOptions' = @{ debuggerAddress = "127.0.0.1:$($Script.Port)" } } }
    }
    [pscustomobject] @{
        Driver  = $driver
        Session = "http://127.0.0.1:$port/session/$($session.sessionId)"
        Process = [System.Diagnostics.Process]::GetProcessById([int] [System.IO.File]::ReadAllText($Script.PidFile))
    }
}

function Disconnect-Chromium {
    param(
        [object] $Browser
    )

    foreach ($process in $Browser.Driver, $Browser.Process) {
        if (-not $process.HasExited) {
            $process.Kill()
            $null = $process.WaitForExit(10000)
        }
    }
}

function Test-Listening {
    param(
        [int] $Port
    )

    $client = [System.Net.Sockets.TcpClient]::new()
    try {
        $client.Connect([System.Net.IPAddress]::Loopback, $Port)
        $true
    }
    catch {
        $false
    }
    finally {
        $client.Dispose()
    }
}

function Invoke-WebDriver {
    param(
        [string] $Uri,

        [string] $Method = 'POST',

        [hashtable] $Body = @{}
    )

    $request = @{ Uri = $Uri; Method = $Method; UseBasicParsing = $true; Verbose = $false; ErrorAction = 'Stop' }
    if ($Method -eq 'POST') {
        $request.ContentType = 'application/json'
        $request.Body = ConvertTo-Json -InputObject $Body -Depth 8
    }

    (Invoke-RestMethod @request).value
}

# Waits for an element and clicks it.
function Invoke-BrowserClick {
    param(
        [object] $Browser,

        [string] $Selector
    )

    $element = Wait-BrowserElement -Browser $Browser -Selector $Selector
    $null = Invoke-WebDriver -Uri "$($Browser.Session)/element/$element/click"
}

function Wait-BrowserElement {
    param(
        [object] $Browser,

        [string] $Selector
    )

    $found = [System.Collections.Generic.List[string]]::new()
    Wait-Condition -Condition {
        $elements = Invoke-WebDriver -Uri "$($Browser.Session)/elements" -Body @{ using = 'css selector'; value = $Selector }
        foreach ($element in $elements) {
            $found.Add(@($element.PSObject.Properties)[0].Value)
        }

        $found.Count -gt 0
    }
    $found[0]
}

# Returns the value of a JavaScript expression on the page.
function Get-BrowserValue {
    param(
        [object] $Browser,

        [string] $Expression
    )

    Invoke-WebDriver -Uri "$($Browser.Session)/execute/sync" -Body @{ script = "return $Expression"; args = @() }
}

function Switch-BrowserColorScheme {
    param(
        [object] $Browser,

        [ValidateSet('light', 'dark')]
        [string] $Scheme
    )

    $null = Invoke-WebDriver -Uri "$($Browser.Session)/goog/cdp/execute" -Body @{
        cmd    = 'Emulation.setEmulatedMedia'
        params = @{ features = @(@{ name = 'prefers-color-scheme'; value = $Scheme }) }
    }
}

function Save-BrowserScreenshot {
    param(
        [object] $Browser,

        [string] $File
    )

    $picture = Invoke-WebDriver -Uri "$($Browser.Session)/screenshot" -Method GET
    $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($File))
    [System.IO.File]::WriteAllBytes($File, [System.Convert]::FromBase64String($picture))
}

function Close-BrowserTab {
    param(
        [object] $Browser
    )

    $null = Invoke-WebDriver -Uri "$($Browser.Session)/window" -Method DELETE
}
