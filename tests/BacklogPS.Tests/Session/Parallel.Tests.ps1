BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:isCore = $PSVersionTable.PSEdition -eq 'Core'

    # As after an installation: the parent of the module's folder is on PSModulePath, so that every runspace finds the
    # module.
    $script:installed = @{
        PSModulePath = [System.IO.Path]::GetFullPath((Join-Path -Path (Get-TestModulePath) -ChildPath '../..')) +
            [System.IO.Path]::PathSeparator + $env:PSModulePath
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Many runspaces' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
    }

    It 'ForEach-Object -Parallel works 20 times after one Connect, one request at a time' {
        if (-not $isCore) {
            Set-ItResult -Skipped -Because 'Windows PowerShell has no ForEach-Object -Parallel'
        }

        $other = Invoke-TestProcess -NoImport -Environment $installed -Data @{ Url = $demo.Url; Key = $demo.Key } -Script {
            $null = Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword) -SessionOnly
            1..20 | ForEach-Object -ThrottleLimit 20 -Parallel { @(Get-BacklogProject).Count }
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @(@(5) * 20)
        $lists = @(Get-SpaceRequest -Space $demo | Where-Object -Property Path -EQ '/api/v2/projects')
        $lists | Should -HaveCount 20
        $lists.InFlight | Sort-Object -Unique | Should -Be 1
    }

    It '20 runspaces of a new process read the secret once' {
        if (-not $isCore) {
            Set-ItResult -Skipped -Because 'Windows PowerShell has no ForEach-Object -Parallel'
        }

        $vault = Open-TestVault -Module 'SlowVault' -Parameter @{ DelayMilliseconds = 200 }
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $other = Invoke-TestProcess -NoImport -Environment $installed -Script {
            1..20 | ForEach-Object -ThrottleLimit 20 -Parallel { (Get-BacklogProject -Project APP).ProjectKey }
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @(@('APP') * 20)
        # The first read is from connecting.
        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 2
    }

    It 'a thread job sees the spaces of its process' {
        if (-not (Get-Command -Name Start-ThreadJob -ErrorAction SilentlyContinue)) {
            Set-ItResult -Skipped -Because 'Start-ThreadJob is not there: Windows PowerShell does not bring it'
        }

        $null = Connect-TestSpace -Space $demo
        $module = Get-TestModulePath
        $jobs = 1..3 | ForEach-Object -Process {
            Start-ThreadJob -ScriptBlock {
                Import-Module -Name $using:module
                (Get-BacklogProject -Project APP).Space
            }
        }

        $jobs | Receive-Job -Wait -AutoRemoveJob | Should -Be @(@($demo.Space) * 3)
    }

    It 'a runspace that connects or switches is seen by the others' {
        $second = Open-TestSpace -Name 'second'
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        $shell = [powershell]::Create()
        $null = $shell.AddCommand('Import-Module').AddParameter('Name', (Get-TestModulePath)).AddStatement()
        $null = $shell.AddCommand('Set-BacklogCurrentSpace').AddParameter('Space', $second.Url)
        $null = $shell.Invoke()
        $shell.HadErrors | Should -BeFalse
        $shell.Dispose()

        (Get-BacklogProject -Project APP).Space | Should -Be $second.Space
    }

    It 'nested calls of one pipeline do not wait for each other' {
        $null = Connect-TestSpace -Space $demo

        @(Get-BacklogProject | ForEach-Object -Process { Get-BacklogProject -Project $_.ProjectKey }).ProjectKey |
            Should -Be @('APP', 'WEB', 'OPS', 'OLD_SITE', 'SECRET')
    }

    It 'verbose lines that are redirected may call the same space again, and the lines of these calls too' {
        $other = Invoke-TestProcess -Data @{ Url = $demo.Url; Key = $demo.Key } -Script {
            $null = Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword) -SessionOnly
            Get-BacklogProject -Project APP -Verbose 4>&1 | ForEach-Object -Process {
                if ($_ -isnot [System.Management.Automation.VerboseRecord]) {
                    return $_.ProjectKey
                }

                Get-BacklogIssue -IssueKey APP-1 -Verbose 4>&1 | ForEach-Object -Process {
                    if ($_ -isnot [System.Management.Automation.VerboseRecord]) {
                        return $_.IssueKey
                    }

                    (Get-BacklogProject -Project WEB).ProjectKey
                }
            }
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Sort-Object -Unique | Should -Be 'APP', 'APP-1', 'WEB'
        $other.Result[-1] | Should -Be 'APP'
    }

    It 'an inner call that fails while the outer one waits for the vault ends both, and the next call works' {
        $vault = Open-TestVault -Module 'SlowVault' -Parameter @{ DelayMilliseconds = 200 }
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $other = Invoke-TestProcess -Script {
            foreach ($stream in 'Verbose', 'Object') {
                try {
                    Get-BacklogProject -Verbose 4>&1 | Where-Object -FilterScript { ($_ -is [System.Management.Automation.VerboseRecord]) -eq ($stream -eq 'Verbose') } |
                        ForEach-Object -Process { Get-BacklogIssue -IssueKey NOPE-1 -ErrorAction Stop }
                }
                catch {
                    $_.FullyQualifiedErrorId
                }
            }

            (Get-BacklogProject -Project APP).ProjectKey
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @(@('NotFound,BacklogPS.Commands.GetBacklogIssueCommand') * 2 + 'APP')
    }

    It 'a host whose thread has a message loop, which does not turn during a command, gets its answer' {
        $other = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
            class StandingLoop : System.Threading.SynchronizationContext {
                [void] Post([System.Threading.SendOrPostCallback] $callback, [object] $state) { }
            }
            [System.Threading.SynchronizationContext]::SetSynchronizationContext([StandingLoop]::new())
            (Get-BacklogIssue -Project APP -First 3 | Get-BacklogProject).ProjectKey
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @(@('APP') * 3)
    }
}
