# Many runspaces of one process, reading and writing on two spaces, while the current space is switched. CI runs it
# small; bench/Measure-Reliability.ps1 sets the variables for the full size.
BeforeDiscovery {
    $script:runspaces = if ($env:BACKLOGPS_LOAD_RUNSPACES) { [int] $env:BACKLOGPS_LOAD_RUNSPACES } else { 8 }
    $script:calls = if ($env:BACKLOGPS_LOAD_CALLS) { [int] $env:BACKLOGPS_LOAD_CALLS } else { 40 }
    $script:load = @{ Runspaces = $runspaces; Calls = $calls }
}

Describe '<Runspaces> runspaces with <Calls> calls each on two spaces' -ForEach $load {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
        $script:spaces = foreach ($name in 'alpha', 'beta') { Open-TestSpace -Name $name -Option '--no-limits' }
        $data = @{ Module = Get-TestModulePath; Runspaces = $Runspaces; Calls = $Calls; Spaces = @($spaces | Select-Object -Property Name, Url, Space, Key) }

        # A process of its own, so that only its handles and its memory are counted.
        $running = Start-TestProcess -Data $data -Script {
            foreach ($space in $data.Spaces) {
                $null = Connect-BacklogSpace -Space $space.Url -ApiKey ([System.Net.NetworkCredential]::new('', $space.Key).SecurePassword) -SessionOnly
            }

            # Returns a text for each call that went wrong.
            $work = {
                param($module, $spaces, $number, $calls)
                Import-Module -Name $module
                $keys = @{}
                foreach ($space in $spaces) {
                    $keys[$space.Space] = $space.Name
                }

                for ($n = 0; $n -lt $calls; $n++) {
                    $space = $spaces[($number + $n) % 2]
                    try {
                        switch ($n % 5) {
                            0 {
                                $got = Get-BacklogProject -Space $space.Url -Project APP -ErrorAction Stop
                                $right = $got.Space -eq $space.Space -and $got.ProjectKey -eq 'APP'
                            }
                            1 {
                                $key = "APP-$(1 + ($n % 20))"
                                $got = Get-BacklogIssue -Space $space.Url -IssueKey $key -ErrorAction Stop
                                $right = $got.Space -eq $space.Space -and $got.IssueKey -eq $key
                            }
                            2 {
                                $name = "of $number, $n, in $($space.Name)"
                                $got = New-BacklogCategory -Space $space.Url -Project APP -Name $name -ErrorAction Stop
                                $right = $got.Space -eq $space.Space -and $got.Name -eq $name
                            }
                            3 {
                                Set-BacklogCurrentSpace -Space $space.Url -ErrorAction Stop
                                $right = $true
                            }
                            4 {
                                # Whichever space is current, the answer must be from the space that it says.
                                $got = Get-BacklogSpace -ErrorAction Stop
                                $right = $keys[$got.Space] -eq $got.SpaceKey
                            }
                        }

                        if (-not $right) {
                            "call $n of runspace $number on $($space.Name) returned $($got | Out-String)"
                        }
                    }
                    catch {
                        "call $n of runspace $number on $($space.Name): $_"
                    }
                }
            }

            function Start-Load([int] $First) {
                $pool = [runspacefactory]::CreateRunspacePool($data.Runspaces, $data.Runspaces)
                $pool.Open()
                $all = foreach ($number in 1..$data.Runspaces) {
                    $shell = [powershell]::Create()
                    $shell.RunspacePool = $pool
                    $null = $shell.AddScript($work).AddArgument($data.Module).AddArgument($data.Spaces).AddArgument($First + $number).AddArgument($data.Calls)
                    @{ Shell = $shell; Running = $shell.BeginInvoke() }
                }
                foreach ($one in $all) {
                    $one.Shell.EndInvoke($one.Running)
                    $one.Shell.Dispose()
                }

                $pool.Dispose()
            }

            function Get-State {
                foreach ($time in 1..3) {
                    [GC]::Collect()
                    [GC]::WaitForPendingFinalizers()
                }

                $links = if ([System.IO.Directory]::Exists('/proc/self/fd')) { @([System.IO.Directory]::GetFileSystemEntries('/proc/self/fd') | ForEach-Object -Process { ([System.IO.FileInfo] $_).LinkTarget }) }
                @{
                    Sockets  = @($links -like 'socket:*').Count
                    Handles  = if ($links) { $links.Count } else { [System.Diagnostics.Process]::GetCurrentProcess().HandleCount }
                    Megabyte = [Math]::Round([GC]::GetTotalMemory($true) / 1MB, 1)
                }
            }

            # The first round starts threads and makes PowerShell compile, which stays. The second one must add nothing.
            $wrong = @(Start-Load -First 1000)
            $before = Get-State
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $wrong += @(Start-Load -First 0)
            $seconds = $watch.Elapsed.TotalSeconds
            @{ Wrong = $wrong; Before = $before; After = Get-State; Seconds = $seconds }
        }
        $script:other = Wait-TestProcess -Running $running -Second 1200
        $script:result = $other.Result
        if ($result) {
            [Console]::Out.WriteLine(('Measured: {0} calls in {1:0.0} s; sockets {2} and {3}, handles {4} and {5}, heap {6} and {7} MB before and after' -f
                ($Runspaces * $Calls), $result.Seconds, $result.Before.Sockets, $result.After.Sockets, $result.Before.Handles, $result.After.Handles, $result.Before.Megabyte, $result.After.Megabyte))
        }
    }

    It 'gives every call the answer of its own space' {
        $other.Error | Should -BeNullOrEmpty
        $result.Wrong | Should -BeNullOrEmpty
    }

    It 'writes everything once, to its own space' {
        foreach ($space in $spaces) {
            $names = @((Invoke-SpaceApi $space GET projects/APP/categories).name -like 'of *')
            $expected = foreach ($number in @(1..$Runspaces) + @(1001..(1000 + $Runspaces))) {
                for ($n = 2; $n -lt $Calls; $n += 5) {
                    if ($spaces[($number + $n) % 2].Name -eq $space.Name) {
                        "of $number, $n, in $($space.Name)"
                    }
                }
            }
            $names | Sort-Object | Should -BeExactly @($expected | Sort-Object)
        }
    }

    It 'asks each space for one thing at a time' {
        foreach ($space in $spaces) {
            (Get-SpaceRequest -Space $space).InFlight | Sort-Object -Unique | Should -Be 1
        }
    }

    It 'leaves no socket, no handle and no memory behind' {
        $result.After.Sockets | Should -BeLessOrEqual $result.Before.Sockets
        # The pool's threads come and go.
        $result.After.Handles | Should -BeLessOrEqual ($result.Before.Handles + 20)
        $result.After.Megabyte | Should -BeLessOrEqual ($result.Before.Megabyte + 10)
    }
}
