# Pipes every kind of object into every cmdlet that takes pipeline input, with each of its filters. The issue, page,
# project or space of an object must not be mistaken for the object itself: a repository without pull requests must not
# return those of its project. New cmdlets and new kinds of objects are included automatically.

BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name (Get-TestModulePath)
    $script:cmdlets = Get-Command -Module BacklogPS | Where-Object -FilterScript {
        $_.Noun -ne 'BacklogAuthStatus' -and $_.Verb -notin 'Connect', 'Disconnect', 'Set' -and
        $_.ParameterSets.Parameters.Where({ $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName })
    } | ForEach-Object -Process { @{ Name = $_.Name } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
    $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'limits' -Body @{ read = @{ limit = 1000000 }; search = @{ limit = 1000000 }; icon = @{ limit = 1000000 } }
    $script:space = (Get-BacklogSpace).Space
    $script:folder = Add-TestFolder
    $script:base = [BacklogPS.BacklogObject]

    # Names that exist in the simulated space.
    $script:names = @{
        Space = $space; ProjectKey = 'APP'; IssueKey = 'APP-1'; Repository = 'app'; PullRequestNumber = 1; Number = 1
        WikiId = 400001; PageId = 400001; DocumentId = '01980bb97a0000000000000000000001'; CommentId = 600001; ProjectId = 3001
        RepositoryId = 9501; UserId = 'emily'; SpaceKey = 'demo'
    }

    # Properties that name the one owner of an object, whatever it belongs to.
    $script:owners = @('IssueKey'), @('WikiId'), @('DocumentId'), @('Repository', 'PullRequestNumber')

    # Queries that are wider than a single object, and the kinds of objects that really mean them.
    $script:scopes = @{
        Space       = @{ Arguments = @{}; Kinds = @('SpaceInfo'); Emits = 'SpaceInfo' }
        Project     = @{ Arguments = @{ Project = 'APP' }; Kinds = @('Project', 'RecentItem of Project'); Emits = 'Project' }
        Issue       = @{
            Arguments = @{ IssueKey = 'APP-1' }; Emits = 'Issue'
            Kinds     = @('Issue', 'RelatedIssue', 'Activity', 'Notification', 'Watching', 'RecentItem of Issue')
        }
        Wiki        = @{ Arguments = @{ WikiId = 400001 }; Kinds = @('Wiki'); Emits = 'Wiki' }
        PullRequest = @{ Arguments = @{ Project = 'APP'; Repository = 'app'; Number = 1 }; Kinds = @('PullRequest'); Emits = 'PullRequest' }
    }

    # Cmdlets that can be run with only the space or the project of an object.
    $script:ofSpace = 'Get-BacklogSpace', 'Get-BacklogSpaceNotification', 'Get-BacklogLicence', 'Get-BacklogRateLimit', 'Invoke-BacklogApi'
    $script:ofProject = 'Get-BacklogStatus', 'Get-BacklogIssueType', 'Get-BacklogCategory', 'Get-BacklogMilestone', 'Get-BacklogCustomField'

    # Objects that answer the query themselves: an issue without attachments has none to save, so no request is needed.
    $script:empty = 'Issue | Save-BacklogAttachment', 'RelatedIssue | Save-BacklogAttachment'

    # All stars are sent to this path. What is starred is in the form.
    $script:sameAddress = '/api/v2/stars'

    function New-Sample {
        param(
            [type] $Type,

            # Properties to leave out.
            [string[]] $Without = @(),

            [int] $Depth = 1
        )

        $object = [System.Activator]::CreateInstance($Type, $true)
        foreach ($property in $Type.GetProperties()) {
            $declared = $property.DeclaringType.GetProperty($property.Name)
            if (-not $declared.GetSetMethod($true) -or $property.Name -in $Without) {
                continue
            }

            $kind = $property.PropertyType
            if ($property.Name -eq 'Project' -and $kind -eq [string]) {
                $declared.SetValue($object, 'APP')
            }
            elseif ($names.ContainsKey($property.Name) -and -not $base.IsAssignableFrom($kind)) {
                $plain = [System.Nullable]::GetUnderlyingType($kind)
                $declared.SetValue($object, ($names[$property.Name] -as $(if ($plain) { $plain } else { $kind })))
            }
            elseif ($property.Name -eq 'Id' -and $kind -eq [string]) {
                $declared.SetValue($object, '01980bb97a0000000000000000000009')
            }
            elseif ($property.Name -eq 'Id') {
                $declared.SetValue($object, (77 -as $(if ([System.Nullable]::GetUnderlyingType($kind)) { [System.Nullable]::GetUnderlyingType($kind) } else { $kind })))
            }
            elseif ($property.Name -in 'Name', 'Title', 'Summary') {
                $declared.SetValue($object, 'nameless')
            }
            elseif ($base.IsAssignableFrom($kind) -and -not $kind.IsAbstract -and $Depth -gt 0) {
                $declared.SetValue($object, (New-Sample -Type $kind -Depth ($Depth - 1)))
            }
        }

        $object
    }

    # One sample of every kind, or several if it can belong to different things, with the name of its kind.
    $script:samples = foreach ($type in $base.Assembly.GetExportedTypes() | Where-Object -FilterScript { $base.IsAssignableFrom($_) -and -not $_.IsAbstract }) {
        if ($type.Name -eq 'RecentItem') {
            foreach ($one in 'Issue', 'Project', 'Page') {
                @{ Kind = "RecentItem of $one"; Object = New-Sample -Type $type -Without ('Issue', 'Project', 'Page' -ne $one) }
            }

            continue
        }

        $has = @($owners | Where-Object -FilterScript { @($_ | Where-Object -FilterScript { $type.GetProperty($_) }).Count -eq $_.Count })
        if ($has.Count -lt 2) {
            @{ Kind = $type.Name; Object = New-Sample -Type $type }
            continue
        }

        foreach ($owner in $has) {
            @{ Kind = $type.Name; Object = New-Sample -Type $type -Without @($has | ForEach-Object -Process { $_ } | Where-Object -FilterScript { $_ -notin $owner }) }
        }
    }

    function Get-SampleArgument {
        param(
            [System.Management.Automation.CommandParameterInfo] $Parameter
        )

        $type = $Parameter.ParameterType
        $item = if ($type.IsArray) { $type.GetElementType() } elseif ([System.Nullable]::GetUnderlyingType($type)) { [System.Nullable]::GetUnderlyingType($type) } else { $type }
        switch ($true) {
            ($item -eq [switch]) { $true; break }
            ($item -eq [bool]) { $true; break }
            ($item.IsEnum) { [enum]::GetValues($item)[1]; break }
            ($item -in [int], [long]) { 1; break }
            ($item -eq [datetime]) { [datetime] '2026-01-01'; break }
            ($Parameter.Name -eq 'Path' -and $command.Verb -eq 'Save') { $folder; break }
            ($Parameter.Name -eq 'Path' -and $command.Verb -eq 'Invoke') { 'space'; break }
            ($names.ContainsKey($Parameter.Name)) { $names[$Parameter.Name]; break }
            ($Parameter.Name -in 'User', 'Assignee', 'CreatedUser', 'Sender') { '@me'; break }
            ($Parameter.Name -in 'Issue', 'ParentIssue') { 'APP-1'; break }
            ($Parameter.Name -eq 'Project') { 'APP'; break }
            ($item -eq [string]) { '*'; break }
        }
    }

    # The arguments to try: for each parameter set its mandatory parameters, alone and with one filter from each group.
    # Filters that are in the same parameter sets select a parameter set in the same way, so the cheapest one is enough.
    function Get-ArgumentSet {
        param(
            [System.Management.Automation.CommandInfo] $Command
        )

        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $cheap = @('SwitchParameter', 'Nullable`1', 'Int64')
        $seen = @{}
        foreach ($set in $Command.ParameterSets) {
            $own = @($set.Parameters | Where-Object -FilterScript { $_.Name -notin $common -and $_.Name -notin 'Space', 'NoWait', 'First', 'Skip', 'IncludeTotalCount' -and -not $_.ValueFromPipeline -and -not $_.ValueFromPipelineByPropertyName })
            $mandatory = @($own | Where-Object -Property IsMandatory)
            $filters = @($own | Where-Object -FilterScript { -not $_.IsMandatory } | Group-Object -Property { $Command.Parameters[$_.Name].ParameterSets.Keys -join ' ' } | ForEach-Object -Process {
                $_.Group | Sort-Object -Property { if ($_.ParameterType.Name -in $cheap) { 0 } elseif ($_.ParameterType.IsEnum) { 1 } else { 2 } } | Select-Object -First 1
            })
            foreach ($filter in @($null) + $filters) {
                $arguments = @{}
                foreach ($parameter in $mandatory + @($filter) | Where-Object -FilterScript { $_ }) {
                    $value = Get-SampleArgument -Parameter $parameter
                    if ($null -ne $value) { $arguments[$parameter.Name] = $value }
                }

                if ($Command.Verb -eq 'Save') { $arguments['Path'] = $folder; $arguments['Force'] = $true }
                $key = ($arguments.Keys | Sort-Object) -join ' '
                if (-not $seen.ContainsKey($key)) {
                    $seen[$key] = $true
                    , $arguments
                }
            }
        }
    }

    # The requests of a call, the first object that it emits, and its errors.
    function Invoke-Call {
        param(
            [string] $Name,

            [hashtable] $Arguments,

            [object] $InputObject
        )

        $errors = @()
        try {
            $emitted = if ($null -eq $InputObject) {
                & $Name @Arguments -ErrorAction SilentlyContinue -ErrorVariable errors | Select-Object -First 1
            }
            else {
                $InputObject | & $Name @Arguments -ErrorAction SilentlyContinue -ErrorVariable errors | Select-Object -First 1
            }
        }
        catch {
            $errors = @($_)
        }

        @{ Emitted = $emitted; Errors = @($errors | ForEach-Object -Process { ($_.FullyQualifiedErrorId -split ',')[0] }) }
    }

    # Ignores the paging, because the next page is requested in advance.
    function Get-Asked {
        @((Get-SpaceRequest -Space $demo).ForEach({ $_.path + $_.query }) -replace '(?<=[?&])(offset|minId|maxId)=\d+&?' | Select-Object -Unique)
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'In the pipeline' {
    It '<Name> answers what an object is asked, or not at all' -ForEach $cmdlets {
        $command = Get-Command -Name $Name
        $emits = @($command.OutputType.Type.Name)
        foreach ($arguments in Get-ArgumentSet -Command $command) {
            # The last request of each wider query. Earlier requests look up names.
            $wide = @{}
            foreach ($scope in $scopes.Keys) {
                $both = @($scopes[$scope].Arguments.Keys | Where-Object -FilterScript { $_ -in $arguments.Keys -or $_ -notin $command.Parameters.Keys })
                if ($both) { continue }
                Clear-SpaceRequest -Space $demo
                $null = Invoke-Call -Name $Name -Arguments ($arguments + $scopes[$scope].Arguments)
                $last = Get-Asked | Select-Object -Last 1
                if ($last) { $wide[$last] = $scope }
            }

            Clear-SpaceRequest -Space $demo

            foreach ($group in $samples | Group-Object -Property { $_.Kind }) {
                $kind = $group.Name
                $allowed = @($scopes.Keys | Where-Object -FilterScript {
                    $kind -in $scopes[$_].Kinds -or $scopes[$_].Emits -in $emits -or
                    ($_ -eq 'Space' -and $Name -in $ofSpace) -or ($_ -eq 'Project' -and $Name -in $ofProject -and $kind -notin $emits)
                })
                foreach ($sample in $group.Group) {
                    $result = Invoke-Call -Name $Name -Arguments $arguments -InputObject $sample.Object
                    if ($null -eq $result.Emitted -and $result.Errors.Count -eq 1 -and $result.Errors[0] -in 'InputObjectNotBound', 'InputObjectMissingMandatory') {
                        continue
                    }

                    $asked = Get-Asked
                    Clear-SpaceRequest -Space $demo
                    $what = "$kind | $Name $(($arguments.Keys | Sort-Object) -join ' '): $($asked -join ', ') $($result.Errors -join ', ')"

                    $wider = @($asked | Where-Object -FilterScript { $wide.ContainsKey($_) -and $wide[$_] -notin $allowed -and $_ -ne $sameAddress })
                    $wider | Should -BeNullOrEmpty -Because $what
                    if (-not $asked -and $null -eq $result.Emitted -and "$kind | $Name" -notin $empty) {
                        $result.Errors | Should -Not -BeNullOrEmpty -Because $what
                    }
                }
            }
        }
    }
}
