# No argument makes a command throw a raw .NET exception: every wildcard parameter with an invalid pattern, and every
# parameter with $null. New commands and parameters are tested automatically.
BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name (Get-TestModulePath)

    # The other arguments that a command requires.
    $given = @{
        Project = 'APP'; Repository = 'app'; IssueKey = 'APP-1'; Number = 1; User = 'tanaka'; Team = 'nobody'; Status = 'Open'
        Document = '01980bb97a0000000000000000000001'; WikiId = 400001; Path = 'issues'; Space = 'demo.backlog.example'
        ActivityId = 1; Activity = 1; CommentId = 1; DocumentId = '01980bb97a0000000000000000000001'
    }
    $script:attempts = foreach ($command in Get-Command -Module BacklogPS -CommandType Cmdlet | Where-Object -Property Verb -NotIn 'Connect', 'Disconnect', 'Set', 'Save', 'New', 'Add', 'Remove', 'Clear', 'Rename', 'Reset') {
        foreach ($set in $command.ParameterSets) {
            $arguments = @{}
            $fillable = $true
            foreach ($parameter in $set.Parameters | Where-Object -Property IsMandatory) {
                if ($given.ContainsKey($parameter.Name)) {
                    $arguments[$parameter.Name] = $given[$parameter.Name]
                }
                elseif ($parameter.Name -eq 'Id') {
                    $arguments.Id = if ($parameter.ParameterType -eq [string[]]) { '01980bb97a0000000000000000000001' } else { 1 }
                }
                elseif ($parameter.ParameterType -eq [switch]) {
                    $arguments[$parameter.Name] = [switch] $true
                }
                else {
                    # This parameter takes an object from the pipeline only.
                    $fillable = $false
                }
            }

            if (-not $fillable) {
                continue
            }

            # Commands with -Wait never end by themselves.
            foreach ($parameter in $set.Parameters) {
                if ($parameter.Name -in [System.Management.Automation.PSCmdlet]::CommonParameters -or $parameter.Name -in 'WhatIf', 'Confirm', 'First', 'Skip', 'IncludeTotalCount', 'Wait') {
                    continue
                }

                $wildcards = $parameter.Attributes | Where-Object -FilterScript { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }
                $values = @($(if ($wildcards) { '[' }), $null)
                foreach ($value in $values) {
                    $splatted = $arguments.Clone()
                    $splatted[$parameter.Name] = $value
                    if (-not $splatted.ContainsKey('Space')) {
                        $splatted.Space = '{space}'
                    }

                    if (-not $command.Parameters.ContainsKey('Space')) {
                        $splatted.Remove('Space')
                    }

                    @{
                        Command   = $command.Name
                        Set       = $set.Name
                        Parameter = $parameter.Name
                        Shown     = if ($null -eq $value) { '$null' } else { "'$value'" }
                        Arguments = $splatted
                    }
                }
            }
        }
    }
    $script:byCommand = $attempts | Group-Object -Property { $_.Command } | ForEach-Object -Process { @{ Command = $_.Name; Attempts = $_.Group } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSpace -Space $demo
    Clear-TestSession
}

Describe 'An argument that is no sense' {
    It 'is an error of its own or nothing at all: <Command>' -ForEach $byCommand {
        $Attempts.Count | Should -BeGreaterThan 0
        $bare = foreach ($attempt in $Attempts) {
            $arguments = $attempt.Arguments
            if ($arguments.Space -eq '{space}') {
                $arguments.Space = $demo.Space
            }

            foreach ($failure in @(Get-Failure -Action { $null = & $Command @arguments })) {
                $id = Get-ErrorId -Failure $failure
                if ($failure.Exception -isnot [BacklogPS.BacklogException] -and $failure.Exception -isnot [System.Management.Automation.ParameterBindingException]) {
                    "-$($attempt.Parameter) $($attempt.Shown) ($($attempt.Set)): $id $($failure.Exception.GetType().FullName) $($failure.Exception.Message)"
                }
            }
        }

        $bare | Should -BeNullOrEmpty
    }

    It 'names with a bracket are found by themselves' {
        $failure = Get-Failure -Action { Get-BacklogStatus -Project APP -Name 'x[' }

        Get-ErrorId -Failure $failure | Should -Be 'NameUnknown'
        Get-ErrorText -Failure $failure | Should -BeLike "*'x``['*"
    }

    It 'no directory is the top one' {
        Get-BacklogSharedFile -Project APP -Path $null | ForEach-Object -MemberName Name |
            Should -Be @(Get-BacklogSharedFile -Project APP | ForEach-Object -MemberName Name)
    }
}
