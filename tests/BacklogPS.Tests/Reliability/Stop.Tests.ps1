# Ctrl+C at random moments in commands of all cmdlets, while the space takes its time. CI does some of the stops;
# bench/Measure-Reliability.ps1 sets the variable for all of them. The seed is printed, so that a run can be repeated.
BeforeDiscovery {
    $script:stops = @{ Stops = if ($env:BACKLOGPS_STOPS) { [int] $env:BACKLOGPS_STOPS } else { 40 } }
}

Describe '<Stops> commands that are stopped' -ForEach $stops {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
        Clear-TestSession
        $demo = Open-TestSpace -Name 'stops' -Option '--no-limits'
        $seed = if ($env:BACKLOGPS_SEED) { [int] $env:BACKLOGPS_SEED } else { [System.Environment]::TickCount }
        $random = [System.Random]::new($seed)
        [Console]::Out.WriteLine("Seed: $seed")

        $reads = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/../Conventions/*" -Include 'Endpoints.*.psd1') {
            (Import-PowerShellDataFile -Path $part.FullName).Rows
        }
        $writes = foreach ($part in Get-ChildItem -Path "$PSScriptRoot/../Writes/*" -Include 'Writes.*.psd1') {
            (Import-PowerShellDataFile -Path $part.FullName).Rows
        }

        # Each cmdlet comes once before one of them comes twice.
        $rows = @($reads) + @($writes) | Sort-Object -Property { $random.Next() } |
            Group-Object -Property { [regex]::Match($_.Command, '\w+-Backlog\w+').Value } |
            ForEach-Object -Process { $turn = 0; $_.Group | ForEach-Object -Process { @{ Row = $_; Turn = $turn++ } } } |
            Sort-Object -Property { $_.Turn }, { $random.Next() } | ForEach-Object -Process { $_.Row }

        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        function Start-Command([string] $Script, [object[]] $Argument) {
            $shell = [powershell]::Create()
            $shell.Runspace = $runspace
            $null = $shell.AddScript($Script)
            foreach ($one in $Argument) {
                $null = $shell.AddArgument($one)
            }

            @{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        $import = Start-Command -Script 'param($module) Import-Module -Name $module' -Argument (Get-TestModulePath)
        $null = $import.Shell.EndInvoke($import.Running)

        $script:wrong = [System.Collections.Generic.List[string]]::new()
        $script:longest = [timespan]::Zero
        $script:stopped = 0
        for ($n = 1; $n -le $Stops; $n++) {
            $row = $rows[($n - 1) % $rows.Count]
            Clear-SpaceFault -Space $demo
            $folder = Add-TestFolder
            $thing = if ($row.Prepare) { & ([scriptblock]::Create($row.Prepare)) }
            # Connecting again clears the cached lists, so that there is more to stop.
            $null = Connect-TestSpace -Space $demo
            Clear-SpaceRequest -Space $demo
            Add-SpaceFault -Space $demo -Fault $(if ($n % 2) { @{ kind = 'delay'; delayMs = 60; pathPattern = '*' } } else { @{ kind = 'slowBody'; chunkSize = 100; chunkDelayMs = 20; pathPattern = '*' } })

            $one = Start-Command -Script "param(`$demo, `$n, `$thing, `$folder)`n$($row.Command)" -Argument $demo, $n, $thing, $folder
            $null = $one.Running.AsyncWaitHandle.WaitOne($random.Next(0, 250))
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $stopping = $one.Shell.BeginStop($null, $null)
            if (-not $stopping.AsyncWaitHandle.WaitOne(60000)) {
                $wrong.Add("$n, $($row.Command): did not stop within a minute")
                break
            }

            $longest = [timespan]::FromTicks([Math]::Max($longest.Ticks, $watch.Elapsed.Ticks))
            if ($one.Shell.InvocationStateInfo.State -eq 'Stopped') {
                $stopped++
            }

            $one.Shell.Dispose()
            $sent = @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET' | Group-Object -Property Method, Path, Body)
            foreach ($twice in $sent | Where-Object -Property Count -GT 1) {
                $wrong.Add("$n, $($row.Command): $($twice.Name) was sent $($twice.Count) times")
            }

            Clear-SpaceFault -Space $demo
            $next = Start-Command -Script '(Get-BacklogProject -Project APP).ProjectKey'
            if (-not $next.Running.AsyncWaitHandle.WaitOne(60000) -or "$($next.Shell.EndInvoke($next.Running))" -ne 'APP') {
                $wrong.Add("$n, $($row.Command): the next call failed: $($next.Shell.Streams.Error)")
            }

            $next.Shell.Dispose()
            $left = @(Get-ChildItem -LiteralPath $folder -Recurse -File)
            if ($left) {
                # A file that is there must be whole: the same command writes the same one.
                $again = Add-TestFolder
                $null = & ([scriptblock]::Create("param(`$demo, `$n, `$thing, `$folder)`n$($row.Command)")) $demo $n $thing $again
                foreach ($file in $left) {
                    $whole = [System.IO.FileInfo]::new($file.FullName.Replace($folder, $again))
                    if (-not $whole.Exists -or $whole.Length -ne $file.Length) {
                        $wrong.Add("$n, $($row.Command): left the file $($file.Name) with $($file.Length) bytes")
                    }
                }
            }
        }

        $runspace.Dispose()
        [Console]::Out.WriteLine(('Measured: {0} of {1} were stopped before they ended; the slowest was back after {2:0} ms' -f $stopped, $Stops, $longest.TotalMilliseconds))
    }

    AfterAll {
        Clear-SpaceFault -Space $demo
        Clear-TestSession
    }

    It 'end, let the next command through, send no write twice and leave no half file' {
        $wrong | Should -BeNullOrEmpty
    }

    It 'were stopped in their work' {
        $stopped | Should -BeGreaterThan ($Stops / 4)
    }
}
