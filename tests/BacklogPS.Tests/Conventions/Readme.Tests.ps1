BeforeDiscovery {
    # On Windows, a user's modules are always in Documents, and each user has one SecretStore, whatever the environment
    # says, so there this runs only in CI.
    $isWindowsHost = [System.IO.Path]::DirectorySeparatorChar -eq '\'
    $hasModules = (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable) -and
        (Get-Module -Name Microsoft.PowerShell.PSResourceGet -ListAvailable | Where-Object -Property Version -GE -Value '1.1.0')
    $script:canInstall = $hasModules -and (-not $isWindowsHost -or $env:CI)
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # The structure of a README in any language: headings by level, tables by row, and code without comments.
    function Read-Readme {
        param(
            [string] $Name
        )

        $isCode = $false
        foreach ($line in [System.IO.File]::ReadAllLines([System.IO.Path]::Combine((Get-RepositoryPath), $Name))) {
            if ($line -match '^```') {
                $isCode = -not $isCode
                $line
            }
            elseif ($isCode) {
                ($line -replace '(^|\s+)# .*').TrimEnd()
            }
            elseif ($line -match '^(#+) ') {
                $Matches[1]
            }
            elseif ($line -match '^\|') {
                '|'
            }
        }
    }
}

# Every command runs as written, in the order of the page, as a new user would type it: in a PowerShell and a HOME that
# have never seen BacklogPS. The differences to a reader's machine:
# - mycompany and partner.backlog.jp are simulated spaces.
# - The API key that PowerShell would prompt for is provided, and works for both spaces.
# - Install-Module installs BacklogPS from a folder with a package of the module under test. The vault modules are
# already
#   installed. ./build.ps1 copies that module instead of building it.
# - SecretStore has no password.
# Commands for a shell (./build.sh) are run by CI. Scripts in YAML run here.
Describe 'The commands of <_>' -Tag 'DotNet' -ForEach @('README.md', 'README.ja.md') -Skip:(-not $canInstall) {
    BeforeAll {
        $script:readme = $_
        $script:text = [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), $_))

        # The code blocks in one language, in order.
        function Get-Fence {
            param(
                [string] $Language
            )

            foreach ($found in [regex]::Matches($text, '(?ms)^```' + $Language + '\n(.*?)^```')) {
                $found.Groups[1].Value
            }
        }

        $script:demo = Open-TestSpace -Name 'demo'
        $script:second = Open-TestSpace -Name 'second'
        Add-SpaceKey -Space $second -Key $demo.MemberKey -User tanaka
        $script:feed = Add-TestFolder
        $package = & "$(Get-RepositoryPath)/tools/New-Package.ps1" -ModuleFolder (Split-Path -Path (Get-TestModulePath)) -OutputFolder (Add-TestFolder)
        $script:newcomer = {
            $ErrorActionPreference = 'Stop'
            Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
            Register-PSResourceRepository -Name LocalFeed -Uri $data.Feed -Trusted
            if (@(Get-ChildItem -Path $data.Feed).Count -eq 0) {
                Publish-PSResource -NupkgPath $data.Package -Repository LocalFeed
            }

            Set-Alias -Name Install-Module -Value Install-FromFeed
            function Install-FromFeed {
                param([string[]] $Name, [string] $Scope, [switch] $Force)
                foreach ($one in $Name) {
                    if ($one -eq 'BacklogPS') { Install-PSResource -Name $one -Repository LocalFeed -Scope $Scope -Reinstall:$Force }
                    elseif (-not (Get-Module -Name $one -ListAvailable)) { throw "There is no module $one." }
                }
            }

            Set-Content -Path build.ps1 -Value "Copy-Item -Path '$($data.Module)' -Destination out/BacklogPS -Recurse"
            $null = New-Item -ItemType Directory -Path out
            if ($data.Key) {
                $PSDefaultParameterValues['Connect-BacklogSpace:ApiKey'] = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
            }

            foreach ($code in $data.Code) {
                $emitted = . ([scriptblock]::Create($code)) | Out-String -Width 120
                [pscustomobject] @{ Code = $code; Shown = $emitted -replace '\x1b\[[0-9;]*m' }
            }

            Get-ChildItem -Path . -Filter '*.csv' | ForEach-Object -Process { [pscustomobject] @{ File = $_.Name; Rows = @(Import-Csv -Path $_.FullName).Count } }
        }

        function Invoke-AsNewcomer {
            param(
                [string[]] $Code,

                [hashtable] $Environment = @{},

                [switch] $WithKey
            )

            $folder = Add-TestFolder
            $run = Invoke-TestProcess -NoImport -Script $newcomer -Environment (@{
                    HOME = $folder; BACKLOGPS_HOME = "$folder/BacklogPS"; XDG_CONFIG_HOME = ''; XDG_DATA_HOME = ''; XDG_CACHE_HOME = ''
                } + $Environment) -Data @{
                Feed = $feed; Package = $package.FullName; Module = Split-Path -Path (Get-TestModulePath); Code = @($Code)
                Key = if ($WithKey) { $demo.MemberKey }
            }
            $run.ExitCode | Should -Be 0 -Because "$($run.Error) $($run.Output)"
            $run.Error | Should -BeNullOrEmpty
            $run.Result
        }
    }

    AfterAll {
        Revoke-SpaceKey -Space $second -Key $demo.MemberKey
    }

    It 'are those of a first visit' {
        # The first block shows output. Its commands run with the others, and their output is compared.
        $shown = @(Get-Fence -Language text)[0]
        $commands = [regex]::Matches($shown, '(?m)^PS> (.*)$') | ForEach-Object -Process { $_.Groups[1].Value }
        $blocks = @(Get-Fence -Language powershell)
        $blocks.Count | Should -BeGreaterThan 4
        $all = @($blocks[0..1]) + $commands[0] + $commands[1] + @($blocks[2..($blocks.Count - 1)])
        $code = $all -replace '\bmycompany\b(?!\.)', $demo.Space -replace '\bpartner\.backlog\.jp\b', $second.Space -replace '(?<=-Space )partner\b', $second.Space

        if ($PSVersionTable.PSEdition -ne 'Core') {
            # As the text next to the example says.
            $code = $code -replace '\butf8BOM\b', 'UTF8'
        }

        $result = @(Invoke-AsNewcomer -Code $code -WithKey)

        $ran = @($result | Where-Object -FilterScript { $_.PSObject.Properties['Code'] })
        $ran | Should -HaveCount $all.Count

        # The output matches the page, except for the space, which is the last column.
        $expected = ($shown -split '\n' | Where-Object -FilterScript { $_ -and $_ -notlike 'PS> *' }).TrimEnd()
        ($ran[3].Shown -replace [regex]::Escape($demo.Space), 'mycompany.backlog.com' -split '\r?\n' | Where-Object -FilterScript { $_ }).TrimEnd() | Should -Be $expected

        # Every block except the first two and the last has output.
        foreach ($one in $ran[4..($ran.Count - 2)]) {
            # Output that goes to a file is not shown. The rows of the file are checked below.
            if ($one.Code -notmatch 'Export-Csv[^|]*$') {
                $one.Shown | Should -Not -BeNullOrEmpty -Because $one.Code
            }
        }

        ($result | Where-Object -FilterScript { $_.PSObject.Properties['File'] }).Rows | Should -BeGreaterThan 0
    }

    It 'are those of CI, with a space and a key from the environment' {
        $scripts = foreach ($fence in Get-Fence -Language yaml) {
            $found = [regex]::Match($fence, '(?m)^( *)(?:script|run): \|\n((?:\1  .*\n)+)')
            $found.Groups[2].Value -replace "(?m)^$($found.Groups[1].Value)  "
            $fence | Should -Match 'BL_SPACE: mycompany\.backlog\.com'
        }
        $scripts | Should -HaveCount 2

        foreach ($code in $scripts) {
            $result = @(Invoke-AsNewcomer -Code $code -Environment @{ BL_SPACE = $demo.Space; BL_API_KEY = $demo.MemberKey; CI = 'true' })

            $result[-1].File | Should -Be 'projects.csv'
            $result[-1].Rows | Should -Be 4
        }
    }

    It 'of a shell are known to build.sh, and those of PowerShell to build.ps1' {
        $tasks = [regex]::Matches((Get-Fence -Language sh), '(?m)^\./build\.sh (\w+)') | ForEach-Object -Process { $_.Groups[1].Value }
        $tasks | Should -Be @('demo', 'test')
        $script = [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), 'build.sh'))
        $named = [regex]::Matches($text, 'build\.ps1 -Task (\w+)') | ForEach-Object -Process { $_.Groups[1].Value }
        $known = (Get-Command -Name ([System.IO.Path]::Combine((Get-RepositoryPath), 'build.ps1'))).Parameters['Task'].Attributes.ValidValues
        foreach ($task in $tasks) {
            $script | Should -Match "-Task $task"
        }

        foreach ($task in $named) {
            $known | Should -Contain $task
        }
    }

    It 'come with pictures that are there' {
        $pictures = [regex]::Matches($text, '!\[[^\]]+\]\(([^)]+)\)') | ForEach-Object -Process { $_.Groups[1].Value }
        $pictures | Should -HaveCount 5
        foreach ($picture in $pictures) {
            Test-Path -Path ([System.IO.Path]::Combine((Get-RepositoryPath), $picture)) | Should -BeTrue -Because $picture
        }
    }
}

Describe 'The README' {
    It 'has the same sections, tables and commands in English and Japanese' {
        $english = @(Read-Readme -Name 'README.md')

        $english.Count | Should -BeGreaterThan 50
        @(Read-Readme -Name 'README.ja.md') | Should -BeExactly $english
    }

    It 'leads from each language to the other' {
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), 'README.md')) | Should -BeLike '*](README.ja.md)*'
        [System.IO.File]::ReadAllText([System.IO.Path]::Combine((Get-RepositoryPath), 'README.ja.md')) | Should -BeLike '*](README.md)*'
    }
}
